import Markup
import NewsModel

/// Makes a draft of an Atom entry (RFC 4287 §4.1.2).
struct AtomEntryReading {
  let tree: FeedTree
  let entry: Int

  func draft() -> ArticleDraft {
    var draft = ArticleDraft()
    draft.outlet = outlet()
    draft.url = address(of: ["alternate", ""]) ?? idAsAddress()
    draft.title = tree.all(["atom:title", "title"], of: entry).first.map(line)
    draft.language = tree.language(of: entry)
    draft.published = tree.texts(
      ["atom:published", "published", "atom:issued", "dc:date"], of: entry)
    draft.modified = tree.texts(["atom:updated", "updated", "atom:modified"], of: entry)
    // An entry that states only when it was updated was not there later.
    if draft.published.isEmpty { draft.published = draft.modified }
    draft.authors = authors(of: entry)
    if draft.authors.isEmpty { draft.authors = authors(of: tree.channel) }
    draft.tags = tree.all(["atom:category", "category"], of: entry).compactMap {
      tree.xml.nodes[$0]["label"] ?? tree.xml.nodes[$0]["term"]
    }
    let base = tree.base(of: entry) ?? draft.url.flatMap { WebAddress($0) }
    if let content = tree.all(["atom:content", "content"], of: entry).first {
      read(content, base, into: &draft)
    }
    if let summary = tree.all(["atom:summary", "summary"], of: entry).first {
      if draft.paragraphs.isEmpty {
        read(summary, base, into: &draft)
      } else {
        draft.summary = line(summary)
      }
    }
    for link in tree.all(["atom:link", "link"], of: entry) {
      let node = tree.xml.nodes[link]
      guard node["rel"] == "enclosure" else { continue }
      tree.note(
        enclosure: node["href"], type: node["type"], length: node["length"], of: entry, into: &draft
      )
    }
    let media = tree.media(of: entry)
    draft.pictures = media.pictures + draft.pictures
    draft.enclosures += media.enclosures
    return draft
  }

  /// The feed that the entry was taken over from, else this one.
  private func outlet() -> String? {
    let source = tree.all(["atom:source", "source"], of: entry).first
    let titles = [source, tree.channel].compactMap { $0 }.compactMap {
      tree.all(["atom:title", "title"], of: $0).first.map(line)
    }
    return titles.first { !$0.isEmpty }
  }

  private func address(of relations: [String]) -> String? {
    let base = tree.base(of: entry)
    for link in tree.all(["atom:link", "link"], of: entry) {
      let node = tree.xml.nodes[link]
      guard relations.contains(node["rel"] ?? ""), let href = node["href"] else { continue }
      if let address = base.map({ $0.resolving(href) }) ?? WebAddress(href) {
        return address.description
      }
    }
    return nil
  }

  private func idAsAddress() -> String? {
    tree.text(["atom:id", "id"], of: entry).flatMap { WebAddress($0)?.description }
  }

  private func authors(of index: Int) -> [Person] {
    tree.all(["atom:author", "author", "dc:creator"], of: index).flatMap { author -> [Person] in
      let name = tree.text(["atom:name", "name"], of: author) ?? tree.xml.text(of: author)
      let url = tree.text(["atom:uri", "uri", "url"], of: author)
      let people = Byline.people(name)
      guard people.count == 1, var person = people.first else { return people }
      person.url = url.flatMap { WebAddress($0)?.description }
      return [person]
    }
  }

  /// The text of a text construct (RFC 4287 §3.1) as one line.
  private func line(_ index: Int) -> String {
    let type = tree.xml.nodes[index]["type"] ?? "text"
    let text = tree.xml.text(of: index)
    return type.contains("html") && type != "xhtml" ? MarkupRecognition.plainLine(text) : text
  }

  private func read(_ index: Int, _ base: WebAddress?, into draft: inout ArticleDraft) {
    let type = tree.xml.nodes[index]["type"]?.lowercased() ?? "text"
    switch type {
    case "xhtml", "application/xhtml+xml":
      draft.fill(html: tree.xml.markup(of: index), base: base)
    case "html", "text/html":
      draft.fill(html: tree.xml.text(of: index), base: base)
    default:
      // Many write markup and call it text.
      draft.fill(body: tree.xml.text(of: index), base: base)
    }
  }
}
