public import FoundationEssentials
internal import Markup
internal import NewsModel

/// OPML 2.0: the list of a site's feeds, which every reader imports.
///
/// It lists feeds, so it is no `FeedFormat`.
public struct OPMLFormat: Sendable {
  /// Makes the format.
  public init() {}

  /// The path of the list, relative to `public/`.
  public static let path = "feeds.opml"

  /// Renders the list of a site's feeds, one outline for each feed, in its first format, so that an
  /// import subscribes once.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - updated: The last change of the list or of a feed in it.
  /// - Returns: The list.
  public func document(of site: SiteDescription, updated: Date) -> FeedDocument {
    var xml = XMLWriter()
    xml.start("opml", ["version": "2.0"])
    xml.start("head")
    xml.element("title", site.title)
    xml.element("dateModified", Timestamp.rfc822(updated))
    xml.element("ownerName", site.author.name)
    if let url = site.author.url { xml.element("ownerId", url) }
    xml.end()
    xml.start("body")
    for feed in site.feeds {
      xml.empty(
        "outline",
        [
          // Plain text, as it is everywhere in OPML but in what an outliner writes.
          "text": feed.title, "title": feed.title,
          "type": "rss", "xmlUrl": site.baseURL + feed.path(as: AtomFormat()),
          "htmlUrl": site.baseURL,
          "description": feed.subtitle.isEmpty ? nil : feed.subtitle,
          "language": feed.language,
        ])
    }
    xml.end()
    xml.end()
    return FeedDocument(
      path: Self.path, mediaType: "text/x-opml; charset=utf-8", bytes: xml.finish(),
      lastModified: updated)
  }
}
