import FoundationEssentials
import NewsModel

/// `days/2026-11-20/index.html`: every story that was first published on a day, in the order of
/// that day, in parts of bounded size.
///
/// Stories are counted from the first of the day, so that a part that is full stays as it is when
/// more stories come.
public struct DayPages: Sendable {
  private let site: SiteDescription
  private let phrases: Phrases

  /// Makes the pages of a site.
  public init(site: SiteDescription) {
    self.site = site
    phrases = Phrases.of(site.language)
  }

  /// The folder of all days, relative to `public/`.
  public static let folder = "days"

  /// The path of one part of a day, relative to `public/`; parts count from 1.
  public static func path(of day: SiteDay, part: Int = 1) -> String {
    part == 1 ? "\(folder)/\(day)/index.html" : "\(folder)/\(day)/\(part)/index.html"
  }

  /// Renders the parts of a day.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - stories: Its stories, in any order.
  ///   - previous: The last day before it that has stories.
  ///   - next: The first day after it that has stories.
  /// - Returns: A document for each part; none if there are no stories.
  public func documents(
    of day: SiteDay, _ stories: [ListedStory], previous: SiteDay?, next: SiteDay?
  ) -> [FeedDocument] {
    let stories = stories.sorted(by: ListedStory.isEarlier)
    let parts = self.parts(stories)
    return parts.indices.map { index in
      let number = index + 1
      var frame = PageFrame(
        site: site, path: Self.path(of: day, part: number), title: title(day, number))
      frame.description = phrases.storyCount(stories.count)
      frame.head =
        SchemaElement.list(parts[index].map { page(of: $0) }, title: title(day, number))
        + neighbours(frame, day, part: number, of: parts.count)
      let main: HTMLFragment = """
        <p class="back"><a href="\(frame.root)index.html">\(phrases.allStories)</a></p>
        <h1>\(phrases.dates.day(day.start))</h1>
        <p class="lead">\(phrases.storyCount(stories.count))</p>
        \(PartLinks(phrases: phrases, current: number, count: parts.count, first: frame.root + Self.path(of: day)).html)\
        <ol class="chronicle">

        """
      var list: HTMLFragment = ""
      for story in parts[index] { list += item(story, frame) }
      return frame.document(
        main: main + list + "</ol>\n" + otherDays(frame, previous, next),
        lastModified: stories.map(\.updated).max() ?? day.start, mainClass: "page listing")
    }
  }

  private func title(_ day: SiteDay, _ part: Int) -> String {
    let day = phrases.dates.day(day.start)
    return part == 1 ? day : "\(day) (\(part))"
  }

  private func page(of story: ListedStory) -> String { "\(site.baseURL)stories/\(story.slug)/" }

  /// The room for stories on a page: the front page's limit less the frame, some 400 bytes a feed,
  /// and 4 kB for links to parts and other days.
  private var room: Int {
    max(FrontPage.byteLimit - 2500 - 400 * site.feeds.count - 4000, 8000)
  }

  private func parts(_ stories: [ListedStory]) -> [[ListedStory]] {
    let frame = PageFrame(site: site, path: "days/0000-00-00/index.html", title: "")
    var parts: [[ListedStory]] = []
    var size = Int.max / 2
    for story in stories {
      let bytes =
        item(story, frame).bytes.count + SchemaElement.listItemByteCount(page(of: story))
      if size + bytes > room {
        parts.append([])
        size = 0
      }
      size += bytes
      parts[parts.count - 1].append(story)
    }
    return parts
  }

  private func item(_ story: ListedStory, _ frame: PageFrame) -> HTMLFragment {
    let marks = LanguageScope(language: frame.language).attributes(for: story.language)
    var html: HTMLFragment = "<li>\n<p class=\"title\"\(marks)><a "
    html += "href=\"\(frame.root)stories/\(story.slug)/index.html\">"
    html += "\(StoryList.clipped(story.title, 160))</a></p>\n"
    html += "<p class=\"meta\"><time datetime=\"\(Timestamp.rfc3339(story.published))\">"
    html += "\(phrases.dates.time(story.published))</time> "
    return html + StoryList.names(story.outlets.map(phrases.name)) + "</p>\n</li>\n"
  }

  private func otherDays(_ frame: PageFrame, _ previous: SiteDay?, _ next: SiteDay?) -> HTMLFragment
  {
    var html: HTMLFragment = "<nav class=\"near\" aria-label=\"\(phrases.days)\">\n"
    for (day, kind) in [(previous, "prev"), (next, "next")] {
      guard let day else { continue }
      html += "<a rel=\"\(kind)\" href=\"\(frame.root)\(Self.path(of: day))\">"
      html += "\(phrases.dates.day(day.start))</a>\n"
    }
    html += "<a href=\"\(frame.root)\(CalendarPages.path)\">\(phrases.allDays)</a>\n"
    return html + "</nav>\n"
  }

  /// Links of the head to the parts before and after this one.
  private func neighbours(
    _ frame: PageFrame, _ day: SiteDay, part: Int, of count: Int
  ) -> HTMLFragment {
    var html: HTMLFragment = ""
    if part > 1 {
      html += "<link rel=\"prev\" href=\"\(frame.root)\(Self.path(of: day, part: part - 1))\">\n"
    }
    if part < count {
      html += "<link rel=\"next\" href=\"\(frame.root)\(Self.path(of: day, part: part + 1))\">\n"
    }
    return html
  }
}
