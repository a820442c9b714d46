public import NewsModel

/// The documents of a site as a whole.
public struct SitePages: Sendable {
  /// The site.
  public let site: SiteDescription

  /// Makes the documents of a site.
  public init(site: SiteDescription) { self.site = site }

  /// Renders the documents that list stories and feeds: the front page, its search index and the
  /// list of feeds.
  public func documents(of main: Feed) -> [FeedDocument] {
    [
      FrontPage(site: site).document(of: main), SearchIndex.document(of: main),
      OPMLFormat().document(of: site, updated: main.updated),
    ]
  }

  /// Renders what changes with `site` only: the page about the feeds, and what robots are told.
  public var ofSite: [FeedDocument] {
    [AboutPage(site: site).document(lastModified: PixelMark.drawn), RobotsFile.document(of: site)]
  }

  /// The path of the page about the feeds, relative to `public/`.
  public static var aboutPath: String { AboutPage.path }

  /// The files that all pages share; no article changes them.
  public static var sharedFiles: [FeedDocument] {
    PageAssets.documents(lastModified: PixelMark.drawn)
  }
}
