internal import FoundationEssentials
public import NewsModel

/// `stories/SLUG/index.html`: all that an entry says, who reported when as a picture, and why it is
/// one story.
///
/// It depends on its entry and the site alone, so that a change renders one page.
public struct StoryPage: Sendable {
  private let site: SiteDescription

  /// Makes the pages of a site.
  public init(site: SiteDescription) { self.site = site }

  /// Renders the page of an entry.
  public func document(of entry: Entry) -> FeedDocument {
    var frame = PageFrame(
      site: site, path: FeedAddress.pagePath(slug: entry.slug),
      title: StoryList.clipped(entry.title, 200))
    let content = EntryContent(
      entry, extent: site.textExtent, language: frame.language, listsAll: true)
    frame.description = StoryList.clipped(EntryWords.summary(of: entry, content: content), 200)
    frame.head = preview(of: entry, content)
    return frame.document(
      main: main(entry, content, frame), lastModified: Self.lastModified(entry),
      mainClass: "page story")
  }

  /// The page also changes where the feed is silent: coverage of a closed story, decisions.
  private static func lastModified(_ entry: Entry) -> Date {
    let dates = entry.coverage.map(\.published) + entry.decisions.map(\.date)
    return dates.reduce(entry.updated) { max($0, $1) }
  }

  /// The preview that other programs show where the page is linked (Open Graph).
  private func preview(of entry: Entry, _ content: EntryContent) -> HTMLFragment {
    var html: HTMLFragment = """
      <meta property="og:type" content="article">
      <meta property="og:title" content="\(StoryList.clipped(entry.title, 200))">
      <meta property="og:url" content="\(entry.link)">
      <meta property="og:site_name" content="\(site.title)">

      """
    let picture = content.extent == .headline ? nil : entry.pictures.first?.url
    if let picture { html += "<meta property=\"og:image\" content=\"\(picture)\">\n" }
    let card = picture == nil ? "summary" : "summary_large_image"
    html += "<meta name=\"twitter:card\" content=\"\(card)\">\n"
    let summary = StoryList.clipped(EntryWords.summary(of: entry, content: content), 200)
    if !summary.isEmpty {
      html += "<meta property=\"og:description\" content=\"\(summary)\">\n"
    }
    return html + SchemaElement.story(entry, summary: summary, picture: picture, site: site)
  }

  private func main(
    _ entry: Entry, _ content: EntryContent, _ frame: PageFrame
  ) -> HTMLFragment {
    let phrases = frame.phrases
    var html: HTMLFragment = """
      <article>
      <header>
      <p class="back"><a href="\(frame.root)index.html">\(phrases.allStories)</a> \(day(of: entry, frame))</p>
      <h1\(content.scope.attributes(for: entry.language))>\(entry.title)</h1>
      \(dates(of: entry, phrases))
      </header>

      """
    let text = content.picture + content.text
    if !text.isEmpty { html += "<div class=\"text\">\n\(text)</div>\n" }
    // Beside the text where there is room, else below it: the order is the same, for those who hear
    // it.
    html += "<div class=\"beside\">\n"
    html += section("sources", content.sourceCount, content.sources)
    html += section("timeline", phrases.timeline, timeline(content))
    html += "</div>\n<div class=\"below\">\n"
    html += section("additions", phrases.additions, content.additions)
    html += section("figures", phrases.figures, FiguresSideBySide(content: content).html)
    // The frame takes what the front page's does.
    let room = FrontPage.byteLimit - html.bytes.count - 2500 - 400 * site.feeds.count
    let why = WhyOneStory(entry: entry, phrases: phrases, extent: site.textExtent).html(
      byteLimit: room)
    html += section("why", phrases.why, why)
    html += """
      <footer class="facts">
      <dl>
      \(tags(of: entry, phrases))<dt>\(phrases.permalink)</dt><dd><a href="\(entry.link)" rel="bookmark">\(entry.link)</a></dd>
      <dt>\(phrases.identifier)</dt><dd><code>\(entry.id.rawValue)</code></dd>
      </dl>
      </footer>
      </div>
      </article>

      """
    return html
  }

  /// The link to the page of the day on which the story was first published.
  private func day(of entry: Entry, _ frame: PageFrame) -> HTMLFragment {
    let day = SiteDay(entry.published)
    return """
      <a href="\(frame.root)\(DayPages.path(of: day))">\(frame.phrases.dates.day(day.start))</a>
      """
  }

  private func section(_ id: String, _ heading: String, _ content: HTMLFragment) -> HTMLFragment {
    guard !content.isEmpty else { return "" }
    return """
      <section class="\(id)" aria-labelledby="\(id)">
      <h2 id="\(id)">\(heading)</h2>
      \(content)</section>

      """
  }

  private func dates(of entry: Entry, _ phrases: Phrases) -> HTMLFragment {
    func stamp(_ date: Date) -> HTMLFragment {
      "<time datetime=\"\(Timestamp.rfc3339(date))\">\(phrases.dates.dayAndTime(date))</time>"
    }
    var html: HTMLFragment = "<p class=\"meta dates\">"
    html += "<span>\(phrases.published) \(stamp(entry.published))</span>"
    if entry.updated > entry.published {
      html += " <span>\(phrases.updated) \(stamp(entry.updated))</span>"
    }
    return html + "</p>"
  }

  private func tags(of entry: Entry, _ phrases: Phrases) -> HTMLFragment {
    guard !entry.tags.isEmpty else { return "" }
    var html: HTMLFragment = "<dt>\(phrases.tags)</dt><dd>"
    for (index, tag) in entry.tags.enumerated() {
      html += index == 0 ? "<bdi>\(tag)</bdi>" : ", <bdi>\(tag)</bdi>"
    }
    return html + "</dd>\n"
  }

  /// The picture for those who see it, the list for those who hear it or print it.
  private func timeline(_ content: EntryContent) -> HTMLFragment {
    let list = content.timeline
    guard !list.isEmpty else { return "" }
    let drawing = TimelineDrawing(
      coverage: EntryContent.dated(ListedSources.of(content.entry)), phrases: content.phrases)
    return drawing.svg + "<div class=\"unseen\">\n\(list)</div>\n"
  }
}
