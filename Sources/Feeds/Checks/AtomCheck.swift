import FoundationEssentials
import Markup
import NewsModel

/// Checks a feed document against RFC 4287, RFC 6721 (tombstones) and newsfold's own rules.
struct AtomCheck {
  private static let atom = XMLNamespace.atom

  func read(_ bytes: [UInt8]) throws(DocumentFault) -> CheckedFeed {
    let xml = try CheckedXML(bytes)
    let root = xml.tree.nodes[0]
    guard root.name == "feed", root.namespace == Self.atom else {
      throw .missing(name: "feed", place: "the document")
    }
    let place = "the feed"
    try AddressCheck.check(xml.text("id", Self.atom, in: 0, place: place), in: "id")
    _ = try xml.text("title", Self.atom, in: 0, place: place)
    let updated = try xml.date("updated", Self.atom, in: 0, place: place)
    guard !xml.all("author", Self.atom, in: 0).isEmpty else {
      throw .missing(name: "author", place: place)
    }
    try checkLink("self", in: 0, of: xml, place: place)
    try xml.checkAddresses(in: ["href", "src", "url", "scheme"])
    var feed = CheckedFeed(latest: updated)
    for entry in xml.all("entry", Self.atom, in: 0) {
      feed.entries.append(try read(entry, of: xml))
    }
    for tombstone in xml.all("deleted-entry", XMLNamespace.tombstones, in: 0) {
      guard let ref = xml.tree.nodes[tombstone]["ref"] else {
        throw .missing(name: "ref", place: "deleted-entry")
      }
      feed.deleted.append(EntryID(ref))
    }
    return feed
  }

  private func read(
    _ entry: Int, of xml: CheckedXML
  ) throws(DocumentFault) -> CheckedFeed.Entry {
    let line = "the entry in line \(xml.tree.nodes[entry].line)"
    let id = EntryID(try xml.text("id", Self.atom, in: entry, place: line))
    let place = id.rawValue
    try AddressCheck.check(place, in: "id")
    _ = try xml.text("title", Self.atom, in: entry, place: place)
    let published = try xml.date("published", Self.atom, in: entry, place: place)
    let updated = try xml.date("updated", Self.atom, in: entry, place: place)
    try checkLink("alternate", in: entry, of: xml, place: place)
    let content = try xml.one("content", Self.atom, in: entry, place: place)
    // Once is enough, because the other formats carry the same HTML.
    try AddressCheck.check(html: content.text, in: place)
    return CheckedFeed.Entry(id: id, published: published, updated: updated)
  }

  private func checkLink(
    _ relation: String, in parent: Int, of xml: CheckedXML, place: String
  ) throws(DocumentFault) {
    let links = xml.all("link", Self.atom, in: parent).filter {
      xml.tree.nodes[$0]["rel"] == relation
    }
    guard !links.isEmpty else { throw .missing(name: "\(relation) link", place: place) }
    guard links.count == 1 else { throw .repeated(name: "\(relation) link", place: place) }
  }
}
