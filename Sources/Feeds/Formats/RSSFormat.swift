internal import Markup
public import NewsModel

/// RSS 2.0 (2.0.11 and the RSS Profile) with the namespaces that readers use: content, dc, atom,
/// media, sy, fh.
public struct RSSFormat: FeedFormat {
  /// Makes the format.
  public init() {}

  /// The name that pages show.
  public var name: String { "RSS" }
  /// The last part of the document's path.
  public var fileName: String { "rss.xml" }
  /// The media type that links state; it is not registered, but every reader expects it.
  public var linkType: String { "application/rss+xml" }
  /// The media type that HTTP states.
  public var mediaType: String { "application/rss+xml; charset=utf-8" }
  /// The places of entries, links and addresses.
  public var syntax: FeedSyntax {
    .xml(entry: "item", link: "atom:link", depth: 2, linkType: linkType)
  }

  /// Reads a document for its check.
  public func read(_ bytes: [UInt8]) throws(DocumentFault) -> CheckedFeed {
    try RSSCheck().read(bytes)
  }

  /// Reads the links that a document states of itself.
  public func links(of bytes: [UInt8]) -> [WebLink] {
    StatedLinks.xml(bytes, element: "atom:link", entry: "item", depth: 2)
  }

  /// Renders one `item`.
  public func fragment(of entry: Entry, setting: EntrySetting) -> [UInt8] {
    RSSItemWriter(entry: entry, content: EntryContent(entry, setting), setting: setting)
      .fragment()
  }

  /// Renders the `rss` element with its `channel`.
  public func bytes(of feed: Feed, fragments: [[UInt8]]) -> [UInt8] {
    // 4 kB hold the channel's own elements.
    var xml = XMLWriter(capacity: fragments.reduce(4096) { $0 + $1.count })
    xml.start(
      "rss",
      [
        "version": "2.0", "xmlns:atom": XMLNamespace.atom, "xmlns:content": XMLNamespace.content,
        "xmlns:dc": XMLNamespace.dublinCore, "xmlns:fh": XMLNamespace.history,
        "xmlns:media": XMLNamespace.media, "xmlns:sy": XMLNamespace.syndication,
      ])
    xml.start("channel")
    xml.element("title", EntryWords.unmistakable(feed.title), as: .profile)
    xml.element("link", feed.baseURL)
    let description = feed.subtitle.isEmpty ? feed.title : feed.subtitle
    xml.element("description", EntryWords.unmistakable(description), as: .profile)
    if let language = feed.language { xml.element("language", language) }
    xml.element("lastBuildDate", Timestamp.rfc822(feed.updated))
    xml.element("generator", "Newsfold")
    xml.element("docs", "https://www.rssboard.org/rss-specification")
    writeTimes(of: feed, to: &xml)
    writeImage(of: feed, to: &xml)
    for hub in feed.hubs { xml.empty("atom:link", ["rel": "hub", "href": hub]) }
    xml.empty(
      "atom:link",
      ["rel": "self", "type": linkType, "href": FeedAddress.url(of: feed, as: self)])
    for link in ArchiveLinks.links(of: feed, as: self) {
      xml.empty("atom:link", ["rel": link.relation, "type": linkType, "href": link.url])
    }
    if feed.archive.number != nil { xml.empty("fh:archive") }
    for fragment in fragments { xml.append(fragment: fragment) }
    xml.end()
    xml.end()
    return xml.finish()
  }

  /// Writes the time for which a reader may keep the feed: `ttl`, and the same for readers of the
  /// syndication module.
  private func writeTimes(of feed: Feed, to xml: inout XMLWriter) {
    let minutes = max(1, feed.minutesToLive)
    xml.element("ttl", String(minutes))
    if minutes <= 60 {
      xml.element("sy:updatePeriod", "hourly")
      xml.element("sy:updateFrequency", String(60 / minutes))
    } else {
      xml.element("sy:updatePeriod", "daily")
      xml.element("sy:updateFrequency", String(max(1, 24 * 60 / minutes)))
    }
  }

  private func writeImage(of feed: Feed, to xml: inout XMLWriter) {
    xml.start("image")
    xml.element("url", feed.baseURL + PageAssets.badgePath)
    xml.element("title", EntryWords.unmistakable(feed.title), as: .profile)
    xml.element("link", feed.baseURL)
    xml.element("width", String(PageAssets.badgeSide))
    xml.element("height", String(PageAssets.badgeSide))
    xml.end()
  }
}
