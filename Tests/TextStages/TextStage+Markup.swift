import Markup

extension TextStage {
  /// The stages that read and clean HTML and XML.
  static let markup: [TextStage] = [
    TextStage(name: "sanitize", kind: .markup) { bytes in
      let html = String(decoding: bytes, as: UTF8.self)
      let once = HTMLSanitizer.sanitize(html, base: "https://quay.example/a/b")
      let lower = once.lowercased()
      promise(!lower.contains("<script") && !lower.contains("<style"), "a script is left")
      promise(!lower.contains("javascript:\""), "an address is a script")
      let twice = HTMLSanitizer.sanitize(once, base: nil)
      promise(twice == once, "sanitising twice is not sanitising once")
    },
    TextStage(name: "plain-text", kind: .markup) { bytes in
      for paragraph in PlainText.from(html: String(decoding: bytes, as: UTF8.self)) {
        promise(!paragraph.isEmpty, "a paragraph is empty")
      }
    },
    TextStage(name: "tags", kind: .markup) { bytes in
      // Silence is right: refusing is as good as reading here.
      _ = try? HTMLTag.all(in: String(decoding: bytes, as: UTF8.self))
    },
    TextStage(name: "xml", kind: .data) { bytes in
      // Silence is right: refusing is as good as reading here.
      _ = try? XMLTree(bytes)
    },
    TextStage(name: "xml-text", kind: .text) { bytes in
      var writer = XMLWriter()
      writer.element(
        "a", ["b": String(decoding: bytes, as: UTF8.self)], String(decoding: bytes, as: UTF8.self))
      let document = writer.finish()
      // What is written can be read again.
      do { _ = try XMLTree(document) } catch { fatalError("written XML is not read: \(error)") }
    },
  ]
}
