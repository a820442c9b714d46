public import NewsModel

/// The documents that list a site's stories and feeds: rendered again when a feed's window changes.
public struct SitePages: Sendable {
  private let site: Site

  /// Makes the documents of a site.
  public init(site: Site) { self.site = site }

  /// Renders the front page, its search index, the list of feeds and the page about the feeds.
  public func documents(of main: Feed) -> [FeedDocument] {
    [
      FrontPage(site: site).document(of: main), SearchIndex.document(of: main),
      OPMLFormat().document(of: site, updated: main.updated),
      AboutPage(site: site).document(lastModified: PixelMark.drawn),
    ]
  }

  /// The files that all pages share; no article changes them.
  public static var sharedFiles: [FeedDocument] {
    PageAssets.documents(lastModified: PixelMark.drawn)
  }
}
