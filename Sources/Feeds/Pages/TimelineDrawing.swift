import FoundationEssentials
import NewsModel

/// Draws who reported when: a line of time from top to bottom, with a dot for each report and
/// distances in proportion.
///
/// It is upright, so that it can be read on a telephone. The same is a list beside it, for screen
/// readers.
struct TimelineDrawing {
  /// The dated coverage, oldest first.
  let coverage: [Coverage]
  let phrases: Phrases

  /// The width in pixels: it fits a telephone of 360 pixels with its margins. Larger screens do not
  /// enlarge it much.
  private static let width = 336
  /// The place of the line, right of a time such as "09:05".
  private static let lineX = 72
  /// The shortest distance: room for two lines of text.
  private static let leastGap = 46
  /// The longest distance; a longer one is drawn as a break of the line.
  private static let greatestGap = 120

  private struct Row {
    var y: Int
    var isBroken: Bool
  }

  var svg: HTMLFragment {
    let rows = self.rows
    let height = (rows.last?.y ?? 0) + 40
    let isMirrored = TextDirection.of(phrases.language) == .rightToLeft
    func x(_ value: Int) -> Int { isMirrored ? Self.width - value : value }
    var html: HTMLFragment = """
      <svg class="drawing" viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" height="\(height)" role="img" aria-labelledby="drawing-title">
      <title id="drawing-title">\(phrases.timeline): \(spoken)</title>

      """
    for (earlier, later) in zip(rows, rows.dropFirst()) {
      let kind = later.isBroken ? "axis broken" : "axis"
      html += "<path class=\"\(kind)\" d=\"M\(x(Self.lineX)) \(earlier.y)V\(later.y)\"/>\n"
    }
    var day = ""
    for (report, row) in zip(coverage, rows) {
      html += dot(report.relation, x(Self.lineX), row.y)
      let reportDay = phrases.dates.day(report.published)
      let time = report.dateOrigin == .stated ? phrases.dates.time(report.published) : "—"
      let (near, far) = isMirrored ? ("start", "end") : ("end", "start")
      html += label(time, "time", x(Self.lineX - 20), row.y + 5, near)
      let name = StoryList.clipped(phrases.name(of: report.outlet), 26)
      html += label(name, "outlet", x(Self.lineX + 18), row.y + 5, far)
      var second = phrases.name(of: report.relation)
      if reportDay != day { second += " · " + reportDay }
      day = reportDay
      html += label(second, "note", x(Self.lineX + 18), row.y + 22, far)
    }
    return html + "</svg>\n"
  }

  /// The rows, with distances in proportion to the time between reports, within these limits.
  private var rows: [Row] {
    let gaps = zip(coverage, coverage.dropFirst()).map {
      $1.published.timeIntervalSince($0.published)
    }
    // The median gap gets twice the shortest distance, so that one long wait does not flatten the
    // others.
    let middle = max(gaps.sorted()[gaps.count / 2], 60)
    var rows = [Row(y: 20, isBroken: false)]
    for gap in gaps {
      let length = gap / middle * Double(2 * Self.leastGap)
      let drawn = min(max(Int(length.rounded()), Self.leastGap), Self.greatestGap)
      rows.append(
        Row(y: (rows.last?.y ?? 0) + drawn, isBroken: length > Double(Self.greatestGap) * 2))
    }
    return rows
  }

  /// The drawing in a sentence.
  private var spoken: String {
    coverage.map { "\(phrases.name(of: $0.outlet)) \(phrases.dates.dayAndTime($0.published))" }
      .joined(separator: "; ")
  }

  private func label(
    _ text: String, _ kind: String, _ x: Int, _ y: Int, _ anchor: String
  ) -> HTMLFragment {
    "<text class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(text)</text>\n"
  }

  /// The dot of a report. Relations differ in shape, not in colour alone.
  private func dot(_ relation: Relation, _ x: Int, _ y: Int) -> HTMLFragment {
    switch relation {
    case .canonical:
      "<circle class=\"ring\" cx=\"\(x)\" cy=\"\(y)\" r=\"11\"/><circle class=\"full\" cx=\"\(x)\" cy=\"\(y)\" r=\"6\"/>\n"
    case .independent:
      "<circle class=\"full\" cx=\"\(x)\" cy=\"\(y)\" r=\"6\"/>\n"
    case .rewrite:
      "<circle class=\"half\" cx=\"\(x)\" cy=\"\(y)\" r=\"6\"/><path class=\"full\" d=\"M\(x) \(y - 6)a6 6 0 0 1 0 12z\"/>\n"
    case .repost:
      "<circle class=\"half\" cx=\"\(x)\" cy=\"\(y)\" r=\"6\"/>\n"
    }
  }
}
