import FoundationEssentials
import NewsModel

/// The list of stories on the front page, a section a day.
struct StoryList {
  let entries: [Entry]
  let filters: StoryFilters
  let extent: TextExtent
  let phrases: Phrases
  let scope: LanguageScope

  func html(byteLimit: Int) -> HTMLFragment {
    guard !entries.isEmpty else { return "<p class=\"none\">\(phrases.noStories)</p>\n" }
    var html: HTMLFragment = "<div id=\"list\">\n"
    var day = ""
    for entry in entries {
      let item = self.item(entry)
      guard html.bytes.count + item.bytes.count < byteLimit else { break }
      let entryDay = phrases.dates.day(entry.updated)
      if entryDay != day {
        if !day.isEmpty { html += "</ol>\n</section>\n" }
        day = entryDay
        html += "<section class=\"day\">\n<h3>\(day)</h3>\n<ol>\n"
      }
      html += item
    }
    if !day.isEmpty { html += "</ol>\n</section>\n" }
    return html + "<p class=\"none\" hidden>\(phrases.nothingFound)</p>\n</div>\n"
  }

  private func item(_ entry: Entry) -> HTMLFragment {
    let marks = scope.attributes(for: entry.language)
    let classes = filters.classes(of: entry)
    var html: HTMLFragment = classes.isEmpty ? "<li>\n" : "<li class=\"\(classes)\">\n"
    html +=
      "<h4\(marks)><a href=\"stories/\(entry.slug)/index.html\">\(Self.clipped(entry.title, 160))</a></h4>\n"
    if extent.limited(by: entry.textExtent) != .headline, !entry.summary.isEmpty {
      html += "<p class=\"sum\"\(marks)>\(Self.clipped(entry.summary, 180))</p>\n"
    }
    html += "<p class=\"meta\"><time datetime=\"\(Timestamp.rfc3339(entry.updated))\">"
    html += "\(phrases.dates.time(entry.updated))</time> \(outlets(of: entry))</p>\n</li>\n"
    return html
  }

  private func outlets(of entry: Entry) -> HTMLFragment {
    var names: [String] = []
    for coverage in entry.coverage {
      let name = phrases.name(of: coverage.outlet)
      if !names.contains(name) { names.append(name) }
    }
    var html: HTMLFragment = ""
    if entry.coverage.count > 1 {
      html += "<b class=\"count\">\(phrases.sources(entry.sourceCount))</b> "
    }
    return html + Self.names(names)
  }

  /// The first four names of outlets, and the number of the others.
  static func names(_ names: [String]) -> HTMLFragment {
    var html: HTMLFragment = ""
    let shown = names.prefix(4).map { "<bdi>\(Self.clipped($0, 40))</bdi>" as HTMLFragment }
    for (index, name) in shown.enumerated() { html += index == 0 ? name : ", \(name)" }
    return names.count > shown.count ? html + " +\(names.count - shown.count)" : html
  }

  /// The text, cut between words at about so many characters.
  static func clipped(_ text: String, _ limit: Int) -> String {
    let start = text.prefix(limit)
    guard start.endIndex < text.endIndex else { return text }
    let cut = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    return cut + "…"
  }
}
