internal import Markup
public import NewsModel

/// Atom 1.0 (RFC 4287) with archive documents (RFC 5005), tombstones (RFC 6721), Media RSS and
/// WebSub links.
public struct AtomFormat: FeedFormat {
  /// Makes the format.
  public init() {}

  /// The name that pages show.
  public var name: String { "Atom" }
  /// The last part of the document's path.
  public var fileName: String { "atom.xml" }
  /// The media type that links state (RFC 4287 §7).
  public var linkType: String { "application/atom+xml" }
  /// The media type that HTTP states; its charset agrees with the declaration (RFC 7303 §3).
  public var mediaType: String { "application/atom+xml; charset=utf-8" }
  /// The places of entries, links and addresses.
  public var syntax: FeedSyntax {
    .xml(entry: "entry", link: "link", depth: 1, linkType: linkType)
  }

  /// Reads a document for its check.
  public func read(_ bytes: [UInt8]) throws(DocumentFault) -> CheckedFeed {
    try AtomCheck().read(bytes)
  }

  /// Reads the links that a document states of itself.
  public func links(of bytes: [UInt8]) -> [WebLink] {
    StatedLinks.xml(bytes, element: "link", entry: "entry", depth: 1)
  }

  /// Renders one `entry`.
  public func fragment(of entry: Entry, setting: EntrySetting) -> [UInt8] {
    AtomEntryWriter(entry: entry, content: EntryContent(entry, setting), setting: setting)
      .fragment()
  }

  /// Renders the `feed`.
  public func bytes(of feed: Feed, fragments: [[UInt8]]) -> [UInt8] {
    // 4 kB hold the feed's own elements.
    var xml = XMLWriter(capacity: fragments.reduce(4096) { $0 + $1.count })
    let tombstones = FeedTombstones.announced(in: feed)
    xml.start(
      "feed",
      [
        "xmlns": XMLNamespace.atom, "xmlns:fh": XMLNamespace.history,
        "xmlns:media": XMLNamespace.media,
        "xmlns:at": tombstones.isEmpty ? nil : XMLNamespace.tombstones,
        "xml:lang": feed.language,
      ])
    xml.element("id", feed.id)
    AtomEntryWriter.write(feed.title, as: "title", to: &xml)
    if !feed.subtitle.isEmpty { AtomEntryWriter.write(feed.subtitle, as: "subtitle", to: &xml) }
    xml.element("updated", Timestamp.rfc3339(feed.updated))
    AtomEntryWriter.write(feed.author, as: "author", to: &xml)
    writeLinks(of: feed, to: &xml)
    if feed.archive.number != nil { xml.empty("fh:archive") }
    xml.element("icon", feed.baseURL + PageAssets.iconPath)
    xml.element("generator", "Newsfold")
    for tombstone in tombstones { write(tombstone, to: &xml) }
    for fragment in fragments { xml.append(fragment: fragment) }
    xml.end()
    return xml.finish()
  }

  private func writeLinks(of feed: Feed, to xml: inout XMLWriter) {
    for hub in feed.hubs { xml.empty("link", ["rel": "hub", "href": hub]) }
    xml.empty(
      "link",
      ["rel": "self", "type": linkType, "href": FeedAddress.url(of: feed, as: self)])
    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": feed.baseURL])
    for link in ArchiveLinks.links(of: feed, as: self) {
      xml.empty("link", ["rel": link.relation, "type": linkType, "href": link.url])
    }
  }

  private func write(_ tombstone: Tombstone, to xml: inout XMLWriter) {
    xml.start(
      "at:deleted-entry",
      ["ref": tombstone.id.rawValue, "when": Timestamp.rfc3339(tombstone.when)])
    if let survivor = tombstone.survivor {
      xml.element("at:comment", "Merged into \(survivor)")
    } else {
      xml.element("at:comment", "Withdrawn")
    }
    if let link = tombstone.survivorLink {
      xml.empty("link", ["rel": "related", "type": "text/html", "href": link])
    }
    xml.end()
  }
}
