import FoundationEssentials
import Markup
import NewsModel

/// Checks a document against RSS 2.0, and its items against newsfold's own rules.
struct RSSCheck {
  func read(_ bytes: [UInt8]) throws(DocumentFault) -> CheckedFeed {
    let xml = try CheckedXML(bytes)
    guard xml.tree.nodes[0].name == "rss", xml.tree.nodes[0]["version"] == "2.0",
      let channel = xml.all("channel", "", in: 0).first
    else { throw .missing(name: "channel", place: "the document") }
    let place = "the channel"
    _ = try xml.text("title", "", in: channel, place: place)
    _ = try xml.text("description", "", in: channel, place: place)
    try AddressCheck.check(xml.text("link", "", in: channel, place: place), in: "link")
    let built = try date("lastBuildDate", in: channel, of: xml, place: place)
    try xml.checkAddresses(in: ["href", "url"])
    // RSS dates have whole seconds; a date with milliseconds in Atom may be later by less than one
    // second.
    var feed = CheckedFeed(latest: built.addingTimeInterval(1))
    for item in xml.all("item", "", in: channel) { feed.entries.append(try read(item, of: xml)) }
    return feed
  }

  private func read(
    _ item: Int, of xml: CheckedXML
  ) throws(DocumentFault) -> CheckedFeed.Entry {
    let line = "the item in line \(xml.tree.nodes[item].line)"
    let guid = try xml.one("guid", "", in: item, place: line)
    guard !guid.text.isEmpty else { throw .missing(name: "guid", place: line) }
    let place = guid.text
    _ = try xml.text("title", "", in: item, place: place)
    _ = try xml.text("description", "", in: item, place: place)
    try AddressCheck.check(xml.text("link", "", in: item, place: place), in: place)
    let published = try date("pubDate", in: item, of: xml, place: place)
    let updated = try xml.date("updated", XMLNamespace.atom, in: item, place: place)
    return CheckedFeed.Entry(id: EntryID(guid.text), published: published, updated: updated)
  }

  /// Reads an RFC 822 date in the form that `Timestamp` writes, by way of RFC 3339.
  private func date(
    _ name: String, in parent: Int, of xml: CheckedXML, place: String
  ) throws(DocumentFault) -> Date {
    let text = try xml.text(name, "", in: parent, place: place)
    let fields = text.split(separator: " ")
    guard fields.count == 6, let month = Self.months.firstIndex(of: String(fields[2])) else {
      throw .unreadableDate(text, place: place)
    }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    guard let date = Timestamp.rfc3339("\(fields[3])-\(number)-\(fields[1])T\(fields[4])Z"),
      Timestamp.rfc822(date) == text
    else { throw .unreadableDate(text, place: place) }
    return date
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
