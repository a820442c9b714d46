import FoundationEssentials
import NewsModel

/// The content of an entry, as HTML: the one place that all formats and the story's page take it
/// from.
///
/// Feed readers keep only plain elements, so the parts use no class and need no style sheet; the
/// page puts sections with headings of its own around them.
struct EntryContent: Sendable {
  let entry: Entry
  /// The extent of the text that is shown, after the outlet's own limit.
  let extent: TextExtent
  let phrases: Phrases
  /// The language around the content.
  let scope: LanguageScope

  /// The content of an entry as a feed's settings have it.
  init(_ entry: Entry, _ setting: EntrySetting) {
    self.init(entry, extent: setting.textExtent, language: setting.language)
  }

  init(_ entry: Entry, extent: TextExtent, language: String?) {
    self.entry = entry
    self.extent = extent.limited(by: entry.textExtent)
    phrases = Phrases.of(language)
    scope = LanguageScope(language: language ?? phrases.language)
  }

  /// The whole content as a feed carries it.
  var html: HTMLFragment {
    var html = picture
    html += text
    html += section(phrases.sources(entry.coverage.count), sources)
    html += section(phrases.additions, additions)
    html += section(phrases.figures, figures)
    html += section(phrases.timeline, timeline)
    return html
  }

  private func section(_ heading: String, _ content: HTMLFragment) -> HTMLFragment {
    content.isEmpty ? "" : "<h3>\(heading)</h3>\n\(content)"
  }

  /// The canonical text as far as the extent goes, then the link to the whole report.
  var text: HTMLFragment {
    var html: HTMLFragment = ""
    let marks = scope.attributes(for: entry.language)
    switch extent {
    case .full:
      html = wrapped(fullText, marks)
    case .extract:
      if !entry.summary.isEmpty { html = "<p\(marks)>\(entry.summary)</p>\n" }
    case .headline:
      break
    }
    if extent != .full, let lead = entry.canonical, let url = lead.url {
      let words = phrases.readAt.replacing("#", with: phrases.name(of: lead.outlet))
      html += "<p><a href=\"\(url)\">\(words)</a></p>\n"
    }
    return html
  }

  private var fullText: HTMLFragment {
    if let html = entry.html, !html.isEmpty { return "\(sanitised: html)\n" }
    let paragraphs = entry.paragraphs.isEmpty ? [entry.summary] : entry.paragraphs
    return paragraphs.reduce(into: "") { html, paragraph in
      if !paragraph.isEmpty { html += "<p>\(paragraph)</p>\n" }
    }
  }

  private func wrapped(_ html: HTMLFragment, _ marks: HTMLFragment) -> HTMLFragment {
    html.isEmpty || marks.isEmpty ? html : "<div\(marks)>\(html)</div>\n"
  }

  /// The lead picture, unless the text shows it itself.
  var picture: HTMLFragment {
    guard extent != .headline, let picture = entry.pictures.first else { return "" }
    if extent == .full, let html = entry.html, html.contains("<img") { return "" }
    var size: HTMLFragment = ""
    if let width = picture.width, let height = picture.height, width > 0, height > 0 {
      size = " width=\"\(width)\" height=\"\(height)\""
    }
    var html: HTMLFragment =
      "<figure><img src=\"\(picture.url)\" alt=\"\(picture.alternative)\"\(size)>"
    if let credit = picture.credit, !credit.isEmpty {
      html += "<figcaption>\(phrases.pictureBy) \(credit)</figcaption>"
    }
    return html + "</figure>\n"
  }

  /// Every source: outlet, title and link, time, how it relates.
  var sources: HTMLFragment {
    var html: HTMLFragment = "<ul>\n"
    for coverage in entry.coverage {
      let relation = phrases.name(of: coverage.relation)
      html += "<li><b>\(phrases.name(of: coverage.outlet))</b>: \(title(of: coverage)) "
      html += "<small>\(time(of: coverage)) · \(relation)</small></li>\n"
    }
    return entry.coverage.isEmpty ? "" : html + "</ul>\n"
  }

  /// The additions of each other source: its sentences, attributed and linked.
  var additions: HTMLFragment {
    guard extent != .headline else { return "" }
    var html: HTMLFragment = ""
    for coverage in entry.coverage where !coverage.additions.isEmpty {
      let cite: HTMLFragment = coverage.url.map { " cite=\"\($0)\"" } ?? ""
      html += "<blockquote\(cite)\(scope.attributes(for: coverage.language))>"
      for sentence in coverage.additions { html += "<p>\(sentence)</p>" }
      html +=
        "</blockquote>\n<p>— \(link(phrases.name(of: coverage.outlet), to: coverage.url))</p>\n"
    }
    return html
  }

  /// The figures that differ, side by side.
  var figures: HTMLFragment {
    guard extent != .headline else { return "" }
    var html: HTMLFragment = ""
    for disagreement in entry.disagreements {
      html += "<table>\n<caption>\(disagreement.subject)</caption>\n"
      html += "<thead><tr><th scope=\"col\">\(phrases.source)</th>"
      html += "<th scope=\"col\">\(phrases.figure)</th><th scope=\"col\">\(phrases.sentence)</th>"
      html += "</tr></thead>\n<tbody>\n"
      for figure in disagreement.figures {
        let coverage = entry.coverage.first { $0.article == figure.article }
        let marks = scope.attributes(for: coverage?.language ?? entry.language)
        html += "<tr><th scope=\"row\">"
        html += link(phrases.name(of: figure.outlet), to: coverage?.url)
        html +=
          "</th><td\(marks)><b>\(figure.text)</b></td><td\(marks)>\(figure.sentence)</td></tr>\n"
      }
      html += "</tbody>\n</table>\n"
    }
    return html
  }

  /// Who reported when, where there are enough sources to make it a story of its own.
  var timeline: HTMLFragment {
    let dated = Self.dated(entry.coverage)
    guard dated.count >= Self.timelineLeast else { return "" }
    var html: HTMLFragment = "<ol>\n"
    for coverage in dated {
      html += "<li>\(time(of: coverage)) · <b>\(phrases.name(of: coverage.outlet))</b>: "
      html += "\(title(of: coverage))</li>\n"
    }
    return html + "</ol>\n"
  }

  /// Two reports are an order, three a course of events.
  static let timelineLeast = 3

  /// The coverage whose date somebody stated, oldest first.
  static func dated(_ coverage: [Coverage]) -> [Coverage] {
    coverage.filter(\.dateOrigin.isEvidence)
      .sorted { ($0.published, $0.article) < ($1.published, $1.article) }
  }

  private func title(of coverage: Coverage) -> HTMLFragment {
    // Titles come in any script, whatever the language is said to be.
    guard let url = coverage.url else { return "<bdi>\(coverage.title)</bdi>" }
    let language = coverage.language.flatMap { LanguageScope.isTag($0) ? $0 : nil }
    let marks: HTMLFragment =
      language == nil || language == scope.language ? "" : " lang=\"\(language ?? "")\""
    return "<a href=\"\(url)\"\(marks) dir=\"auto\">\(coverage.title)</a>"
  }

  private func link(_ text: String, to url: String?) -> HTMLFragment {
    guard let url else { return "<bdi>\(text)</bdi>" }
    return "<a href=\"\(url)\">\(text)</a>"
  }

  /// The date as exactly as the source stated it.
  private func time(of coverage: Coverage) -> HTMLFragment {
    let date = coverage.published
    switch coverage.dateOrigin {
    case .stated:
      return
        "<time datetime=\"\(Timestamp.rfc3339(date))\">\(phrases.dates.dayAndTime(date))</time>"
    case .statedDay, .url:
      let day = String(Timestamp.rfc3339(date).prefix(10))
      return "<time datetime=\"\(day)\">\(phrases.dates.day(date))</time>"
    case .month, .file:
      return "\(phrases.undated)"
    }
  }
}
