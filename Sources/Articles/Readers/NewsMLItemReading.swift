import FoundationEssentials
import Markup
import NewsModel

/// Makes a draft of an item of NewsML-G2 (`newsItem`) or NewsML 1.x (`NewsItem`).
struct NewsMLItemReading {
  let xml: ForgivingXML
  let item: Int

  /// The reason why the item must not be published; nil if it may be.
  func keptBack(now: Date?) -> ArticleError.Problem? {
    let status =
      (attribute("qcode", of: "pubStatus") ?? attribute("FormalName", of: "Status") ?? "")
      .lowercased()
    if status.hasSuffix("canceled") || status.hasSuffix("withheld") {
      return .keptBack("its status is \(status)")
    }
    if let embargo = text("embargoed"), let date = DateReading.read(embargo)?.moment, let now,
      date > now
    {
      return .keptBack("embargoed until \(Timestamp.rfc3339(date))")
    }
    return nil
  }

  /// The kind of an item that is no text, by its class (`ninat:picture`); nil if it may be one.
  var mediaKind: String? {
    let stated = attribute("qcode", of: "itemClass") ?? attribute("uri", of: "itemClass") ?? ""
    let kind = stated.split { ":/".contains($0) }.last?.lowercased() ?? ""
    return Self.mediaKinds[kind]
  }

  private static let mediaKinds = [
    "picture": "a picture", "photo": "a picture", "graphic": "a picture", "video": "a film",
    "audio": "a sound", "animation": "a film", "composite": "a package",
  ]

  /// The address of the item: its `guid` or a link that is one of the item itself. Other links lead
  /// to what it tells of.
  private func address() -> String? {
    let own = xml.descendants("link", of: item).map { xml.nodes[$0] }.filter { link in
      let relation = link["rel"]?.split(separator: ":").last?.lowercased() ?? "alternate"
      return Self.ownRelations.contains(relation)
    }.compactMap { $0["href"] }
    return ([xml.nodes[item]["guid"]].compactMap { $0 } + own).first { WebAddress($0) != nil }
  }

  private static let ownRelations: Set = [
    "alternate", "canonical", "sameas", "self", "isversionof",
  ]

  func draft() -> ArticleDraft {
    var draft = body()
    var own = ArticleDraft()
    own.title = text("headline") ?? text("HeadLine") ?? text("title")
    own.summary = text("description")
    own.outlet =
      name(of: "infoSource") ?? name(of: "provider") ?? text("creditline") ?? text("CreditLine")
    own.url = address()
    own.published = [
      "firstCreated", "contentCreated", "FirstCreated", "versionCreated", "DateAndTime",
    ]
    .compactMap(text)
    own.modified = ["contentModified", "versionCreated", "ThisRevisionCreated"].compactMap(text)
    own.authors =
      (xml.descendants("by", of: item) + xml.descendants("ByLine", of: item)).flatMap {
        Byline.agencyPeople(xml.text(of: $0))
      }
    if own.authors.isEmpty {
      own.authors = xml.descendants("creator", of: item).compactMap { xml.child("name", of: $0) }
        .flatMap { Byline.agencyPeople(xml.text(of: $0)) }
    }
    own.tags = (xml.descendants("subject", of: item) + xml.descendants("keyword", of: item))
      .compactMap { subject in
        if let name = xml.child("name", of: subject) { return xml.text(of: name) }
        return xml.nodes[subject].name == "keyword" ? xml.text(of: subject) : nil
      }
    own.language =
      attribute("tag", of: "language") ?? attribute("FormalName", of: "Language")
      ?? xml.nodes[item].attributes.first { $0.name == "lang" }?.value
    own.pictures = pictures()
    own.fill(from: draft)
    draft = own
    return draft
  }

  /// The body: XHTML or NITF inside the item, or plain text.
  private func body() -> ArticleDraft {
    var draft = ArticleDraft()
    for content in ["inlineXML", "DataContent"].flatMap({ xml.descendants($0, of: item) }) {
      if let nitf = xml.descendants("nitf", of: content).first {
        return NITFArticleReader.draft(of: nitf, in: xml)
      }
      // What is inside may be figures, events or lists of results, and no text.
      let type = xml.nodes[content]["contenttype"]?.lowercased() ?? "html"
      let isText = ["html", "xml", "text"].contains { type.contains($0) } && !type.contains("g2")
      guard isText else { continue }
      let html = xml.descendants("body", of: content).first ?? content
      if xml.children(of: html).isEmpty {
        draft.fill(body: xml.text(of: html), base: nil)
      } else {
        // A heading in a part of its own has the title, the date and the subjects again.
        draft.fill(
          html: xml.markup(of: html, elements: ["header": "template", "h1": "template"]), base: nil)
        splitWrapped(&draft, xml.text(of: html))
      }
      if !draft.paragraphs.isEmpty { return draft }
    }
    for content in xml.descendants("inlineData", of: item) where draft.paragraphs.isEmpty {
      draft.fill(body: xml.text(of: content), base: nil)
    }
    return draft
  }

  /// Parts a body whose one paragraph has the lines of a teleprinter.
  private func splitWrapped(_ draft: inout ArticleDraft, _ text: String) {
    guard draft.paragraphs.count == 1, text.contains("\n\n") || text.contains("\n    ") else {
      return
    }
    let indented = text.replacing("\n    ", with: "\n\n")
    let paragraphs = PlainParagraphs.paragraphs(of: CleanText.lines(indented))
    guard paragraphs.count > 1 else { return }
    draft.paragraphs = paragraphs
    draft.html = nil
  }

  /// The pictures: of the renditions of one the largest.
  private func pictures() -> [Picture] {
    let all = renditions()
    let fitting = all.filter { $0.width ?? 0 <= 2_560 }
    let isOne = mediaKind != nil && all.allSatisfy { $0.width != nil }
    guard isOne, let largest = (fitting.max { $0.width ?? 0 < $1.width ?? 0 }) ?? all.first else {
      return all
    }
    return [largest]
  }

  private func renditions() -> [Picture] {
    xml.descendants("remoteContent", of: item).compactMap { index in
      let node = xml.nodes[index]
      guard let href = node["href"], let url = WebAddress(href)?.description,
        let type = node["contenttype"], type.hasPrefix("image/")
      else { return nil }
      var picture = Picture(url: url, mediaType: type)
      picture.width = node["width"].flatMap { Int($0) }
      picture.height = node["height"].flatMap { Int($0) }
      return picture
    }
  }

  private func text(_ name: String) -> String? {
    xml.descendants(name, of: item).lazy.map { xml.text(of: $0) }
      .first { $0.contains { !$0.isWhitespace } }
  }

  private func attribute(_ attribute: String, of name: String) -> String? {
    xml.descendants(name, of: item).lazy.compactMap { xml.nodes[$0][attribute] }.first
  }

  private func name(of element: String) -> String? {
    guard let index = xml.descendants(element, of: item).first else { return nil }
    return xml.child("name", of: index).map { xml.text(of: $0) } ?? xml.nodes[index]["literal"]
  }
}
