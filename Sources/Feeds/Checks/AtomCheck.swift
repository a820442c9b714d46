import FoundationEssentials
import Markup
import NewsModel

/// What RFC 4287 requires of a feed document, RFC 6721 of its tombstones, and newsfold of both.
struct AtomCheck {
  let isKnown: (@Sendable (EntryID) -> Bool)?

  private static let atom = XMLNamespace.atom

  func check(_ bytes: [UInt8]) throws(DocumentFault) {
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
    var order = EntryOrderCheck(isKnown: isKnown, feedUpdated: updated)
    for entry in xml.all("entry", Self.atom, in: 0) { try check(entry, of: xml, &order) }
    for tombstone in xml.all("deleted-entry", XMLNamespace.tombstones, in: 0) {
      guard let ref = xml.tree.nodes[tombstone]["ref"] else {
        throw .missing(name: "ref", place: "deleted-entry")
      }
      guard !order.ids.contains(EntryID(ref)) else { throw .deletedButPresent(EntryID(ref)) }
    }
  }

  private func check(
    _ entry: Int, of xml: CheckedXML, _ order: inout EntryOrderCheck
  ) throws(DocumentFault) {
    let line = "the entry in line \(xml.tree.nodes[entry].line)"
    let id = EntryID(try xml.text("id", Self.atom, in: entry, place: line))
    let place = id.rawValue
    try AddressCheck.check(place, in: "id")
    _ = try xml.text("title", Self.atom, in: entry, place: place)
    let published = try xml.date("published", Self.atom, in: entry, place: place)
    let updated = try xml.date("updated", Self.atom, in: entry, place: place)
    try order.take(id, published: published, updated: updated)
    try checkLink("alternate", in: entry, of: xml, place: place)
    let content = try xml.one("content", Self.atom, in: entry, place: place)
    // The other formats carry the same HTML; once is enough.
    try AddressCheck.check(html: content.text, in: place)
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
