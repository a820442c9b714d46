import Markup
import NewsModel

/// Reads the body of an article from a part of a document: paragraphs, sanitised HTML, pictures,
/// media.
struct BodyReading {
  let document: HTMLDocument
  let root: Int
  let base: WebAddress?
  /// The nodes inside that are not the report.
  var leavingOut: Set<Int> = []
  /// The captions inside: they are shown, but are no paragraphs.
  var captions: Set<Int> = []

  func draft() -> ArticleDraft {
    var blocks = PlainText.blocks(
      of: document, in: root, leavingOut: leavingOut.union(captions)
    ).filter { $0.kind != .caption }
    var fields: [FieldValue.Field] = []
    var shown = leavingOut
    // A byline and a date above the text are no part of it.
    while blocks.count > 1, fields.count < 4, let block = blocks.first, block.kind == .paragraph,
      let field = PlainTextHeader.field(CleanText.line(block.text))
    {
      fields.append(field)
      shown.insert(outermost(with: block))
      blocks.removeFirst()
    }
    var draft = FieldReading(base: base).draft(of: .object(fields))
    draft.paragraphs = blocks.map(\.text)
    draft.html = HTMLSanitizer.sanitize(
      document, roots: roots(), leavingOut: shown, base: base)
    draft.pictures = pictures()
    draft.enclosures = enclosures()
    return draft
  }

  /// The outermost element that holds nothing but a block's text.
  private func outermost(with block: HTMLBlock) -> Int {
    var index = block.node
    while document.nodes[index].parent > root {
      let parent = document.nodes[index].parent
      let length = document.text(of: parent).utf8.count { $0 > 0x20 }
      guard length == block.text.utf8.count(where: { $0 > 0x20 }) else { break }
      index = parent
    }
    return index
  }

  /// The nodes inside the root, because the framing element itself means nothing to a reader.
  private func roots() -> [Int] {
    guard ["html", "body", "article", "main", "div", "section"].contains(document.nodes[root].name)
    else { return [root] }
    var result: [Int] = []
    var child = root + 1
    while child < document.nodes[root].end {
      result.append(child)
      child = document.nodes[child].end
    }
    return result
  }

  private func pictures() -> [Picture] {
    var result: [Picture] = []
    var captions: [Int: (caption: String, credit: String?)] = [:]
    for index in images() {
      let node = document.nodes[index]
      guard let address = HTMLSanitizer.imageAddress(of: index, in: document, base: base) else {
        continue
      }
      var picture = Picture(url: address, alternative: node["alt"] ?? "")
      picture.width = node["width"].flatMap { Int($0) }
      picture.height = node["height"].flatMap { Int($0) }
      let figure = document.ancestors(of: index).first { document.nodes[$0].name == "figure" }
      if let figure {
        // Once a figure, however many pictures it has.
        let described = captions[figure] ?? description(of: figure)
        captions[figure] = described
        picture.credit = described.credit
        if picture.alternative.isEmpty { picture.alternative = described.caption }
      }
      result.append(picture)
    }
    return result
  }

  /// The images of the part, and those that stand for one in a `noscript`.
  private func images() -> [Int] {
    var result: [Int] = []
    var end = -1
    for index in wanted() where index >= end {
      switch document.nodes[index].name {
      case "img", "amp-img": result.append(index)
      case "noscript":
        result += HTMLSanitizer.fallbackImages(of: index, in: document, base: base)
        end = document.nodes[index].end
      default: break
      }
    }
    return result
  }

  /// The caption of a figure, and the credit of its picture.
  private func description(of figure: Int) -> (caption: String, credit: String?) {
    let blocks = PlainText.blocks(of: document, in: figure).filter { $0.kind == .caption }
    let caption = CleanText.line(blocks.map(\.text).joined(separator: " "))
    return (
      PictureCredit.removed(from: caption), credit(in: figure) ?? PictureCredit.inside(caption)
    )
  }

  private func credit(in figure: Int) -> String? {
    for index in figure..<document.nodes[figure].end {
      let node = document.nodes[index]
      guard !node.isText, let names = node["class"]?.lowercased(),
        names.contains("credit") || names.contains("copyright") || names.contains("photographer")
      else { continue }
      let text = CleanText.line(document.text(of: index))
      if !text.isEmpty, text.count <= 120 { return PictureCredit.inside(text) ?? text }
    }
    return nil
  }

  private func enclosures() -> [Enclosure] {
    var result: [Enclosure] = []
    for index in wanted() {
      let node = document.nodes[index]
      guard ["audio", "video", "source"].contains(node.name), let source = node["src"],
        let url = MediaReading(base: base).resolved(source)
      else { continue }
      let holder =
        ["audio", "video"].contains(node.name)
        || ["audio", "video"].contains(document.nodes[max(node.parent, 0)].name)
      let type =
        node["type"].map { String($0.prefix { $0 != ";" }) } ?? MediaFileType.guess(from: url)
      guard holder, let type, type.hasPrefix("audio/") || type.hasPrefix("video/") else { continue }
      result.append(Enclosure(url: url, mediaType: type, title: node["title"]))
    }
    return result
  }

  /// The nodes of the part without those left out.
  private func wanted() -> [Int] {
    var result: [Int] = []
    var index = root
    while index < document.nodes[root].end {
      if leavingOut.contains(index) {
        index = document.nodes[index].end
        continue
      }
      result.append(index)
      index += 1
    }
    return result
  }
}
