import FoundationEssentials
import NewsModel

/// `days/index.html` and `days/2026/index.html`: the days that have stories, by year and month.
public struct CalendarPages: Sendable {
  private let site: SiteDescription
  private let phrases: Phrases

  /// Makes the pages of a site.
  public init(site: SiteDescription) {
    self.site = site
    phrases = Phrases.of(site.language)
  }

  /// The path of the index of all days, relative to `public/`.
  public static let path = "\(DayPages.folder)/index.html"

  /// The path of a year's page, relative to `public/`.
  public static func path(year: Int) -> String {
    let digits = String(year)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(DayPages.folder)/\(zeros)\(digits)/index.html"
  }

  /// Renders the page of a year.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - days: The days with stories, in their order; those of other years are passed over.
  /// - Returns: The page; nil if the year has no stories.
  public func document(year: Int, _ days: some Sequence<SiteDay>) -> FeedDocument? {
    let days = days.filter { $0.year == year }
    guard let newest = days.last else { return nil }
    let frame = PageFrame(
      site: site, path: Self.path(year: year), title: "\(phrases.allDays): \(year)")
    let main: HTMLFragment = """
      <p class="back"><a href="\(frame.root)\(Self.path)">\(phrases.allDays)</a></p>
      <h1>\(year)</h1>
      \(calendar(days, frame))
      """
    return frame.document(main: main, lastModified: newest.start, mainClass: "page listing")
  }

  /// Renders the index: each year, and the days of the newest one.
  ///
  /// - Parameter days: The days with stories, in their order.
  /// - Returns: The page.
  public func index(_ days: [SiteDay]) -> FeedDocument {
    let frame = PageFrame(site: site, path: Self.path, title: phrases.allDays)
    var main: HTMLFragment = """
      <p class="back"><a href="\(frame.root)index.html">\(phrases.allStories)</a></p>
      <h1>\(phrases.allDays)</h1>

      """
    if let newest = days.last {
      main += "<ul class=\"years\">\n"
      var year: Int?
      for day in days.reversed() where day.year != year {
        year = day.year
        main += "<li><a href=\"\(frame.root)\(Self.path(year: day.year))\">\(day.year)</a></li>\n"
      }
      main += "</ul>\n" + calendar(days.filter { $0.year == newest.year }, frame)
    } else {
      main += "<p class=\"none\">\(phrases.noStories)</p>\n"
    }
    return frame.document(
      main: main, lastModified: days.last?.start ?? PixelMark.drawn, mainClass: "page listing")
  }

  /// The days of a year, the newest month first.
  private func calendar(_ days: [SiteDay], _ frame: PageFrame) -> HTMLFragment {
    var html: HTMLFragment = ""
    for month in (1...12).reversed() {
      let days = days.filter { $0.month == month }
      guard let first = days.first else { continue }
      html += "<h2>\(phrases.dates.month(first.start))</h2>\n<ol class=\"calendar\">\n"
      for day in days {
        html += "<li><a href=\"\(frame.root)\(DayPages.path(of: day))\" "
        html += "aria-label=\"\(phrases.dates.day(day.start))\">\(day.dayOfMonth)</a></li>\n"
      }
      html += "</ol>\n"
    }
    return html
  }
}
