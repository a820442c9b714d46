import Markup
import NewsModel

/// Reads the body of an article from a part of a document: paragraphs, sanitised HTML, pictures, media.
struct BodyReading {
  let document: HTMLDocument
  let root: Int
  let base: WebAddress?
  /// The nodes inside that are not the report.
  var leavingOut: Set<Int> = []

  func draft() -> ArticleDraft {
    var draft = ArticleDraft()
    let blocks = PlainText.blocks(of: document, in: root, leavingOut: leavingOut)
    draft.paragraphs = blocks.filter { $0.kind != .caption }.map(\.text)
    draft.html = HTMLSanitizer.sanitize(
      document, roots: [root], leavingOut: leavingOut, base: base)
    draft.pictures = pictures()
    draft.enclosures = enclosures()
    return draft
  }

  private func pictures() -> [Picture] {
    var result: [Picture] = []
    for index in wanted() where document.nodes[index].name == "img" {
      let node = document.nodes[index]
      guard let address = HTMLImage.address(of: node, base: base) else { continue }
      var picture = Picture(url: address, alternative: node["alt"] ?? "")
      picture.width = node["width"].flatMap { Int($0) }
      picture.height = node["height"].flatMap { Int($0) }
      if let figure = document.ancestors(of: index).first(where: {
        document.nodes[$0].name == "figure"
      }) {
        describe(&picture, by: figure)
      }
      result.append(picture)
    }
    return result
  }

  private func describe(_ picture: inout Picture, by figure: Int) {
    let captions = PlainText.blocks(of: document, in: figure).filter { $0.kind == .caption }
    let caption = CleanText.line(captions.map(\.text).joined(separator: " "))
    picture.credit = credit(in: figure) ?? PictureCredit.inside(caption)
    if picture.alternative.isEmpty { picture.alternative = PictureCredit.removed(from: caption) }
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
      let type = node["type"].map { String($0.prefix { $0 != ";" }) } ?? MediaType.guess(from: url)
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
