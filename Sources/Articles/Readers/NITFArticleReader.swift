import Markup
import NewsModel

/// Reads the News Industry Text Format (IPTC NITF 3.x).
struct NITFArticleReader: ArticleReader {
  let format = ArticleFormat(
    "NITF", extensions: ["nitf"], signature: "the root element `nitf`", articles: "the document")

  func recognition(of head: FileHead) -> Recognition {
    head.root == "nitf" ? .certain : .no
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file, declared: DeclaredCharset.read(file.bytes))
    let tree = try FeedTree(text, path: file.path)
    guard !tree.xml.isDamaged || FeedTree.isClosed(text, root: "nitf") else {
      throw ArticleError(path: file.path, problem: .damaged("the document breaks off"))
    }
    var gathering = ArticleGathering(file)
    let nitf = tree.xml.nodes.indices.first { tree.xml.nodes[$0].name == "nitf" } ?? 0
    gathering.add(Self.draft(of: nitf, in: tree.xml), member: nil)
    return try gathering.finished(orElse: .noText)
  }

  /// Makes a draft of NITF that stands as text in a field of another format; nil if it is none.
  static func draft(of text: String) -> ArticleDraft? {
    guard text.utf8.contains("<nitf".utf8) else { return nil }
    // Silence is right: a field that cannot be read leaves the others.
    guard let tree = try? FeedTree(text, path: "") else { return nil }
    return tree.xml.nodes.indices.first { tree.xml.nodes[$0].name == "nitf" }
      .map { draft(of: $0, in: tree.xml) }
  }

  /// Makes a draft of a `nitf` element, wherever it stands.
  static func draft(of nitf: Int, in xml: ForgivingXML) -> ArticleDraft {
    var draft = ArticleDraft()
    func first(_ name: String, in element: Int?) -> Int? {
      element.flatMap { xml.descendants(name, of: $0).first }
    }
    func text(_ name: String, in element: Int?) -> String? {
      first(name, in: element).map { xml.text(of: $0) }.flatMap {
        $0.contains { !$0.isWhitespace } ? $0 : nil
      }
    }
    let head = xml.child("head", of: nitf)
    let body = xml.child("body", of: nitf)
    let top = body.flatMap { xml.child("body.head", of: $0) }
    let content = body.flatMap { xml.child("body.content", of: $0) }
    draft.title = text("hl1", in: top) ?? text("headline", in: top) ?? text("title", in: head)
    draft.summary = text("abstract", in: top)
    let publication = first("pubdata", in: head).map { xml.nodes[$0] }
    draft.outlet = publication?["name"] ?? text("distributor", in: top)
    draft.url = [
      publication?["ex-ref"], first("doc-id", in: head).flatMap { xml.nodes[$0]["id-string"] },
    ]
    .compactMap { $0 }.first { WebAddress($0) != nil }
    draft.published =
      [
        publication?["date.publication"],
        first("story.date", in: top).flatMap { xml.nodes[$0]["norm"] },
        first("date.issue", in: head).flatMap { xml.nodes[$0]["norm"] },
        first("date.release", in: head).flatMap { xml.nodes[$0]["norm"] },
      ].compactMap { $0 }
    draft.authors = (top.map { xml.descendants("byline", of: $0) } ?? []).flatMap {
      byline -> [Person] in
      let people = xml.descendants("person", of: byline)
      let names = people.isEmpty ? [xml.text(of: byline)] : people.map { xml.text(of: $0) }
      return names.flatMap(Byline.agencyPeople)
    }
    draft.tags =
      (head.map { xml.descendants("keyword", of: $0) } ?? []).compactMap { xml.nodes[$0]["key"] }
      + [publication?["position.section"]].compactMap { $0 }
    draft.language = xml.nodes[nitf].attributes.first { $0.name == "lang" }?.value
    if let content {
      draft.fill(
        html: xml.markup(of: content, elements: elements, attributes: attributes),
        base: draft.url.flatMap { WebAddress($0) })
    }
    return draft
  }

  private static let elements = [
    "block": "div", "hl2": "h2", "media": "figure", "media-reference": "img",
    "media-caption": "figcaption", "bq": "blockquote", "nitf-table": "div", "person": "span",
    "org": "span", "location": "span", "event": "span", "function": "span", "object.title": "em",
    "virtloc": "span", "chron": "span", "copyrite": "span", "num": "span", "money": "span",
    "postaddr": "span", "alt-code": "span", "pronounce": "span", "media-producer": "span",
    "media-metadata": "meta", "media-object": "meta", "tagline": "p", "fn": "span",
  ]
  private static let attributes = ["source": "src", "alternate-text": "alt"]
}
