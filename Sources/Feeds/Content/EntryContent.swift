import FoundationEssentials
import NewsModel

/// The content of an entry, as HTML: the one place that all formats and the story's page take it
/// from.
///
/// Feed readers keep only plain elements, so the parts use no class and need no style sheet; the
/// page puts sections with headings of its own around them.
struct EntryContent: Sendable {
  /// The most bytes of the canonical text: of 7,544 labelled articles the longest has 96,248, and
  /// 99 of 100 have under 12,000.
  static let textLimit = 128 << 10
  /// Sources whose sentences are shown before the others' are folded away, and so many tables of
  /// figures.
  static let (shownAdditions, shownFigures) = (6, 3)

  let entry: Entry
  /// The extent of the text that is shown, after the outlet's own limit.
  let extent: TextExtent
  let phrases: Phrases
  /// The language around the content.
  let scope: LanguageScope
  /// Whether it lists every source, as the story's own page does; a feed lists those of
  /// `ListedSources`.
  let listsAll: Bool

  /// The content of an entry as a feed's settings have it.
  init(_ entry: Entry, _ setting: EntrySetting) {
    self.init(entry, extent: setting.textExtent, language: setting.language)
  }

  init(_ entry: Entry, extent: TextExtent, language: String?, listsAll: Bool = false) {
    self.entry = entry
    self.listsAll = listsAll
    self.extent = extent.limited(by: entry.textExtent)
    phrases = Phrases.of(language)
    scope = LanguageScope(language: language ?? phrases.language)
  }

  /// The whole content as a feed carries it.
  var html: HTMLFragment {
    var html = picture
    html += text
    html += section(sourceCount, sources)
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
    if extent != .full, let url = entry.canonical?.url {
      html += "<p><a href=\"\(url)\">\(readAtLead)</a></p>\n"
    }
    return html
  }

  private var fullText: HTMLFragment {
    if let html = entry.html, !html.isEmpty, html.utf8.count <= Self.textLimit {
      return "\(sanitised: html)\n"
    }
    var html: HTMLFragment = ""
    for paragraph in entry.paragraphs.isEmpty ? [entry.summary] : entry.paragraphs
    where !paragraph.isEmpty {
      let next: HTMLFragment = "<p>\(paragraph)</p>\n"
      guard html.bytes.count + next.bytes.count <= Self.textLimit else {
        // Markup cannot be cut, and a book is no news: the whole is where it was published.
        return html
          + "<p>… <a href=\"\(entry.canonical?.url ?? entry.link)\">\(readAtLead)</a></p>\n"
      }
      html += next
    }
    return html
  }

  private var readAtLead: String {
    phrases.readAt.replacing("#", with: phrases.name(of: entry.canonical?.outlet ?? ""))
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

  /// The number of sources of the story, in words: of reports that bring something of their own,
  /// and of those that repeat them.
  var sourceCount: String { EntryWords.sourceCount(of: entry, phrases) }

  /// Every source: outlet, title and link, time, how it relates.
  var sources: HTMLFragment {
    let listed = listsAll ? entry.coverage : ListedSources.of(entry)
    let rows = listed.map { coverage in
      let relation = phrases.name(of: coverage.relation)
      var row: HTMLFragment =
        "<li><b>\(phrases.name(of: coverage.outlet))</b>: \(title(of: coverage)) "
      row += "<small>\(time(of: coverage)) · \(relation)</small></li>\n"
      return row
    }
    return folded.list(rows, element: "ul", unlisted: entry.coverage.count - listed.count)
  }

  /// The rows of lists that are shown, and those that are folded away.
  private var folded: FoldedRows {
    FoldedRows(
      more: phrases.more, link: entry.link, byteLimit: listsAll ? .max : FoldedRows.byteLimit)
  }

  /// The additions of each other source: its sentences, attributed and linked.
  var additions: HTMLFragment {
    guard extent != .headline else { return "" }
    var rows: [HTMLFragment] = []
    for coverage in entry.coverage where !coverage.additions.isEmpty {
      var html: HTMLFragment = ""
      let cite: HTMLFragment = coverage.url.map { " cite=\"\($0)\"" } ?? ""
      html += "<blockquote\(cite)\(scope.attributes(for: coverage.language))>"
      for sentence in coverage.additions { html += "<p>\(sentence)</p>" }
      html +=
        "</blockquote>\n<p>— \(link(phrases.name(of: coverage.outlet), to: coverage.url))</p>\n"
      rows.append(html)
    }
    return folded.blocks(rows, shown: Self.shownAdditions)
  }

  /// The figures that differ, side by side.
  var figures: HTMLFragment {
    guard extent != .headline else { return "" }
    let rows = entry.disagreements.map { disagreement in
      var html: HTMLFragment = ""
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
      return html + "</tbody>\n</table>\n"
    }
    return folded.blocks(rows, shown: Self.shownFigures)
  }

  /// Who reported when, where there are enough sources to make it a story of its own.
  var timeline: HTMLFragment {
    let dated = Self.dated(ListedSources.of(entry))
    guard dated.count >= Self.timelineLeast else { return "" }
    let rows = dated.map { coverage in
      var row: HTMLFragment =
        "<li>\(time(of: coverage)) · <b>\(phrases.name(of: coverage.outlet))</b>: "
      row += "\(title(of: coverage))</li>\n"
      return row
    }
    return folded.list(rows, element: "ol")
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
