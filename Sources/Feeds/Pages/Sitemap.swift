import FoundationEssentials
import NewsModel

/// The addresses of all pages for search engines (sitemaps.org, protocol 0.9): an index and a
/// document a day.
///
/// All lie beside the front page, because a sitemap may name only what lies below its own folder.
public struct Sitemap: Sendable {
  private let site: SiteDescription

  /// Makes the documents of a site.
  public init(site: SiteDescription) { self.site = site }

  /// The path of the index, relative to `public/`.
  public static let path = "sitemap.xml"

  /// The path of a day's document, relative to `public/`.
  public static func path(of day: SiteDay) -> String { "sitemap-\(day).xml" }

  /// The most addresses in one document (sitemaps.org, "Sitemap index files"). No collection that
  /// is known has so many stories in a day.
  static let limit = 50_000

  /// Renders the addresses of a day: its page and its stories.
  public func document(of day: SiteDay, _ stories: [ListedStory]) -> FeedDocument {
    let updated = stories.map(\.updated).max() ?? day.start
    var xml = head("urlset")
    xml += entry("url", "\(DayPages.folder)/\(day)/", updated: updated)
    for story in stories.sorted(by: ListedStory.isEarlier).prefix(Self.limit - 1) {
      xml += entry("url", "stories/\(story.slug)/", updated: story.updated)
    }
    return document(Self.path(of: day), xml + "</urlset>\n", lastModified: updated)
  }

  /// Renders the index.
  ///
  /// - Parameter days: The days with stories, in their order.
  /// - Returns: The document.
  public func index(_ days: [SiteDay]) -> FeedDocument {
    var xml = head("sitemapindex")
    for day in days.suffix(Self.limit) {
      xml += entry("sitemap", Self.path(of: day), updated: nil)
    }
    return document(
      Self.path, xml + "</sitemapindex>\n", lastModified: days.last?.start ?? PixelMark.drawn)
  }

  private func head(_ name: HTMLFragment) -> HTMLFragment {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <\(name) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

    """
  }

  private func entry(_ name: HTMLFragment, _ path: String, updated: Date?) -> HTMLFragment {
    var xml: HTMLFragment = "<\(name)><loc>\(site.baseURL)\(path)</loc>"
    if let updated { xml += "<lastmod>\(Timestamp.rfc3339(updated))</lastmod>" }
    return xml + "</\(name)>\n"
  }

  private func document(_ path: String, _ xml: HTMLFragment, lastModified: Date) -> FeedDocument {
    FeedDocument(
      path: path, mediaType: "application/xml; charset=utf-8", bytes: xml.bytes,
      lastModified: lastModified)
  }
}
