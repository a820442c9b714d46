public import NewsModel

/// The page of a story that was folded into another one. It has a canonical link and a refresh, for
/// hosts that cannot answer 308.
public struct MovedPage: Sendable {
  private let site: SiteDescription

  /// Makes the pages of a site.
  public init(site: SiteDescription) { self.site = site }

  /// Renders the page, with a link to the story that it was folded into.
  public func document(of tombstone: Tombstone) -> FeedDocument {
    let path = FeedAddress.pagePath(slug: tombstone.slug)
    var frame = PageFrame(site: site, path: path, title: frameTitle)
    let url = tombstone.survivorLink ?? site.baseURL
    // Relative if possible, so that the page works from a disk and behind any name.
    let target =
      url.hasPrefix(site.baseURL)
      ? frame.root + url.dropFirst(site.baseURL.count) : url
    frame.isIndexed = false
    frame.canonical = url
    frame.head = "<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">\n"
    let main: HTMLFragment = """
      <h1>\(frame.phrases.movedTitle)</h1>
      <p>\(frame.phrases.movedText)</p>
      <p class="lead"><a href="\(target)" dir="auto">\(tombstone.title)</a></p>

      """
    return frame.document(main: main, lastModified: tombstone.when, mainClass: "page notice")
  }

  private var frameTitle: String { Phrases.of(site.language).movedTitle }
}
