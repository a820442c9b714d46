public import NewsModel

/// The page of a story that was withdrawn, which servers answer with 410.
public struct GonePage: Sendable {
  private let site: SiteDescription

  /// Makes the pages of a site.
  public init(site: SiteDescription) { self.site = site }

  /// Renders the page of a story that is gone.
  public func document(of tombstone: Tombstone) -> FeedDocument {
    let phrases = Phrases.of(site.language)
    var frame = PageFrame(
      site: site, path: FeedAddress.pagePath(slug: tombstone.slug), title: phrases.goneTitle)
    frame.isIndexed = false
    let main: HTMLFragment = """
      <h1>\(phrases.goneTitle)</h1>
      <p class="lead"><s dir="auto">\(tombstone.title)</s></p>
      <p>\(phrases.goneText)</p>
      <p><time datetime="\(Timestamp.rfc3339(tombstone.when))">\(phrases.dates.dayAndTime(tombstone.when))</time></p>
      <p><a href="\(frame.root)index.html">\(phrases.allStories)</a></p>

      """
    return frame.document(main: main, lastModified: tombstone.when, mainClass: "page notice")
  }
}
