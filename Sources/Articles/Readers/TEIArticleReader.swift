import Markup
import NewsModel

/// Reads the Text Encoding Initiative's documents (TEI P5), and the XML in its manner that
/// trafilatura writes.
struct TEIArticleReader: ArticleReader {
  let format = ArticleFormat(
    "TEI, trafilatura", extensions: ["tei"],
    signature: "the root element `TEI`; or `doc` with `fingerprint` or `sitename`",
    articles: "the document, without the comments of its readers")

  func recognition(of head: FileHead) -> Recognition {
    guard let root = head.rootTag else { return .no }
    if root.name == "tei" { return .certain }
    let isExtracted = root.tag.contains(" fingerprint=") || root.tag.contains(" sitename=")
    return root.name == "doc" && isExtracted ? .certain : .no
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file, declared: DeclaredCharset.read(file.bytes))
    let xml = try FeedTree(text, path: file.path).xml
    var gathering = ArticleGathering(file)
    let isTEI = xml.nodes[0].name == "TEI"
    gathering.add(isTEI ? Self.draft(of: xml) : Self.extracted(in: xml), member: nil)
    return try gathering.finished(orElse: .noText)
  }

  /// Makes a draft of a `TEI` element: its header, and the body of its text.
  private static func draft(of xml: ForgivingXML) -> ArticleDraft {
    var draft = ArticleDraft()
    guard let header = xml.child("teiHeader", of: 0) else {
      fill(&draft, from: xml.descendants("body", of: 0).first, in: xml)
      return draft
    }
    // Of a page that was saved the source says what stood on it; the rest describes the file.
    let source = xml.descendants("biblFull", of: header).first
    func texts(_ name: String) -> [String] {
      let own = source.map { xml.descendants(name, of: $0) } ?? []
      let places = own.isEmpty ? xml.descendants(name, of: header) : own
      return places.map { xml.text(of: $0) }.filter { $0.contains { !$0.isWhitespace } }
    }
    draft.title = texts("title").first
    draft.authors = texts("author").flatMap(Byline.people)
    // `The Gull (gull.example)`
    draft.outlet = texts("publisher").first.map { name in
      guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
        return name
      }
      return String(name[..<open]).trimmingWhitespace()
    }
    let statement = xml.descendants("publicationStmt", of: source ?? header).first
    let dates = statement.map { xml.descendants("date", of: $0) } ?? []
    draft.published = dates.flatMap { [xml.nodes[$0]["when"], xml.text(of: $0)] }
      .compactMap { $0 }
    let pointers = statement.map { xml.descendants("ptr", of: $0) } ?? []
    draft.url = pointers.lazy.compactMap { xml.nodes[$0]["target"] }
      .first { WebAddress($0) != nil }
    draft.summary = xml.descendants("abstract", of: header).first.map { xml.text(of: $0) }
    draft.tags = xml.descendants("keywords", of: header)
      .flatMap { xml.descendants("term", of: $0) }.flatMap { TagList.split(xml.text(of: $0)) }
    draft.language =
      xml.nodes[0].attributes.first { $0.name == "lang" }?.value
      ?? xml.descendants("language", of: header).first.flatMap { xml.nodes[$0]["ident"] }
    fill(&draft, from: xml.descendants("body", of: 0).first, in: xml)
    return draft
  }

  /// Makes a draft of trafilatura's `doc` element: its attributes, and the elements in `main`.
  private static func extracted(in xml: ForgivingXML) -> ArticleDraft {
    let document = xml.nodes[0]
    var draft = ArticleDraft()
    draft.title = document["title"]
    draft.authors = document["author"].map(Byline.people) ?? []
    draft.outlet = document["sitename"] ?? document["hostname"]
    draft.url = document["url"] ?? document["source"]
    draft.published = [document["date"]].compactMap { $0 }
    draft.saved = [document["filedate"]].compactMap { $0 }
    draft.summary = document["description"] ?? document["excerpt"]
    draft.tags = document["tags"].map(TagList.split) ?? []
    draft.language = document["language"]
    if let image = document["image"], WebAddress(image) != nil {
      draft.pictures = [Picture(url: image)]
    }
    fill(&draft, from: xml.child("main", of: 0) ?? 0, in: xml)
    return draft
  }

  private static func fill(
    _ draft: inout ArticleDraft, from body: Int?, in xml: ForgivingXML
  ) {
    guard let body else { return }
    // Trafilatura's TEI keeps what readers wrote in a division of its own.
    let parts = xml.children(of: body).filter {
      xml.nodes[$0].name != "comments" && xml.nodes[$0]["type"] != "comments"
    }
    let html = parts.map { part in
      let node = xml.nodes[part]
      if node.isText { return xml.text(of: part) }
      let name = elements[node.name] ?? node.name
      let inside = xml.markup(of: part, elements: elements, attributes: attributes)
      return "<\(name)>\(inside)</\(name)>"
    }
    draft.fill(html: html.joined(), base: draft.url.flatMap { WebAddress($0) })
  }

  /// TEI's elements (TEI P5, chapters 3 and 14) in HTML's names.
  private static let elements = [
    "ab": "h2", "head": "h2", "hi": "b", "ref": "a", "quote": "blockquote", "list": "ul",
    "item": "li", "row": "tr", "cell": "td", "lb": "br", "graphic": "img", "figDesc": "figcaption",
    "emph": "em", "del": "s", "note": "aside", "byline": "p", "fw": "aside",
  ]
  private static let attributes = ["target": "href", "url": "src"]
}
