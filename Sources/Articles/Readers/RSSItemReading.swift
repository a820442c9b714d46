import Markup
import NewsModel

/// Makes a draft of an RSS item.
struct RSSItemReading {
  let tree: FeedTree
  let item: Int

  func draft() -> ArticleDraft {
    var draft = ArticleDraft()
    draft.outlet =
      tree.text(["source", "dc:publisher"], of: item) ?? tree.text(["title"], of: tree.channel)
    draft.url = address()
    draft.title = tree.text(["title", "dc:title", "media:title"], of: item)
    draft.language = tree.language(of: item)
    draft.published = tree.texts(
      [
        "pubDate", "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published",
        "date",
      ],
      of: item)
    draft.modified = tree.texts(["dcterms:modified", "atom:updated", "lastBuildDate"], of: item)
    draft.authors = authors()
    draft.tags = tree.texts(["category", "dc:subject"], of: item)
    let page = draft.url.flatMap { WebAddress($0) } ?? tree.base(of: item)
    readBody(page, into: &draft)
    for enclosure in tree.all(["enclosure"], of: item) {
      let node = tree.xml.nodes[enclosure]
      tree.note(
        enclosure: node["url"], type: node["type"], length: node["length"], of: item,
        duration: tree.text(["itunes:duration"], of: item), into: &draft)
    }
    let media = tree.media(of: item)
    draft.pictures = media.pictures + draft.pictures
    draft.enclosures += media.enclosures
    return draft
  }

  /// The address: the one that a proxy of feeds (FeedBurner) had replaced, else the link, else a
  /// `guid` that is a permalink.
  private func address() -> String? {
    let links = tree.texts(["feedburner:origLink", "link"], of: item)
    let hrefs = tree.all(["atom:link", "link"], of: item).filter {
      ["alternate", ""].contains(tree.xml.nodes[$0]["rel"] ?? "")
    }.compactMap { tree.xml.nodes[$0]["href"] }
    let guids = tree.all(["guid"], of: item).filter {
      tree.xml.nodes[$0]["isPermaLink"]?.lowercased() != "false"
    }.map { tree.xml.text(of: $0).trimmingWhitespace() }.filter { WebAddress($0) != nil }
    let base = tree.base(of: item)
    for stated in links + hrefs + guids {
      if let address = base.map({ $0.resolving(stated) }) ?? WebAddress(stated) {
        return address.description
      }
    }
    return nil
  }

  private func authors() -> [Person] {
    for name in ["dc:creator", "author", "itunes:author", "atom:author"] {
      let people = tree.all([name], of: item).flatMap { index -> [Person] in
        let stated = tree.text(["atom:name", "name"], of: index) ?? tree.xml.text(of: index)
        return Byline.people(stated)
      }
      if !people.isEmpty { return people }
    }
    return []
  }

  private func readBody(_ page: WebAddress?, into draft: inout ArticleDraft) {
    let full = tree.text(
      ["content:encoded", "xhtml:body", "body", "fulltext", "full-text"], of: item)
    let description = tree.text(["description", "summary", "dc:description"], of: item)
    let own = tree.text(["itunes:summary", "media:description"], of: item)
    if let full { draft.fill(body: full, base: page) }
    if let description {
      if draft.paragraphs.isEmpty {
        draft.fill(body: description, base: page)
      } else {
        draft.summary = description
      }
    }
    if draft.paragraphs.isEmpty, let own { draft.fill(body: own, base: page) }
  }
}
