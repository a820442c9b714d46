public import NewsModel

/// `index.html`: the stories of the main feed's window with their sources and times, filters,
/// search, subscribe box.
public struct FrontPage: Sendable {
  private let site: SiteDescription

  /// Makes the page of a site.
  public init(site: SiteDescription) { self.site = site }

  /// The path of the page, relative to `public/`.
  public static let path = "index.html"

  /// The most bytes of the page. With less than 50 kB in all it opens at once on a slow line. The
  /// list ends at this size; the rest is found by search and in the feed.
  static let byteLimit = 46_000

  /// Renders the page of the main feed.
  public func document(of feed: Feed) -> FeedDocument {
    var frame = PageFrame(site: site, path: Self.path, title: site.title)
    frame.description = site.subtitle
    let phrases = frame.phrases
    let filters = StoryFilters(feed.entries)
    let list = StoryList(
      entries: feed.entries, filters: filters, extent: site.textExtent, phrases: phrases,
      scope: LanguageScope(language: frame.language))
    let box = SubscribeBox(site: site, phrases: phrases).html
    let filter = filters.html(phrases)
    let lead: HTMLFragment =
      site.subtitle.isEmpty ? "" : "<p class=\"lead\" dir=\"auto\">\(site.subtitle)</p>"
    var main: HTMLFragment = """
      <div class="intro">
      <h1 dir="auto">\(site.title)</h1>
      \(lead)
      <p class="jump"><a href="#subscribe">\(phrases.subscribe)</a></p>
      <p><a href="\(CalendarPages.path)">\(phrases.allDays)</a></p>
      </div>
      <div class="stories">
      <h2 class="unseen">\(phrases.stories)</h2>
      <div class="tools">
      <form class="search" id="search" role="search" hidden data-index="search.json" data-none="\(phrases.nothingFound)">
      <label for="words" class="unseen">\(phrases.search)</label>
      <input type="search" id="words" name="q" placeholder="\(phrases.search)" autocomplete="off">
      </form>
      \(filter)</div>
      <p class="unseen" id="told" role="status"></p>
      <div id="found" hidden></div>

      """
    // The frame with its links takes about 2 kB and 400 bytes a feed.
    let room = Self.byteLimit - main.bytes.count - box.bytes.count - 2500 - 400 * site.feeds.count
    main += list.html(byteLimit: max(room, 8000))
    main += "</div>\n"
    main += box
    return frame.document(main: main, lastModified: feed.updated, mainClass: "front")
  }
}
