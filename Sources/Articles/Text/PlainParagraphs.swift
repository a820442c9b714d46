/// Finds the paragraphs of plain text, whether its lines are paragraphs or were broken to fit a
/// page.
enum PlainParagraphs {
  static func paragraphs(of text: String) -> [String] {
    let lines = CleanText.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingWhitespace() }
    guard isWrapped(lines) else { return lines.filter { !$0.isEmpty } }
    return joined(lines)
  }

  /// Whether the lines were broken at a width: at nearly every line end the next line's first word
  /// had no room.
  static func isWrapped(_ lines: [String]) -> Bool {
    let width = lines.lazy.map(\.count).max() ?? 0
    // Mail breaks at 72 to 78 columns, terminals at 80; nobody breaks at more than 120 or fewer
    // than 40.
    guard (40...120).contains(width) else { return false }
    var forced = 0
    var breaks = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
      breaks += 1
      if isForced(line, next, width) { forced += 1 }
    }
    return breaks >= 3 && forced * 10 >= breaks * 7
  }

  private static func isForced(_ line: String, _ next: String, _ width: Int) -> Bool {
    let word = next.prefix { $0 != " " }.count
    // Eight columns of slack: not all programs break as late as they could.
    return line.count + 1 + word + 8 > width
  }

  private static func joined(_ lines: [String]) -> [String] {
    let width = lines.lazy.map(\.count).max() ?? 0
    let hasBlanks = lines.dropFirst().dropLast().contains("")
    var result: [String] = []
    var current = ""
    for (index, line) in lines.enumerated() {
      if line.isEmpty || (Bullet.text(of: line) != nil && !current.isEmpty) {
        if !current.isEmpty { result.append(current) }
        current = line
        continue
      }
      if current.isEmpty {
        current = line
      } else {
        current += (current.hasSuffix("-") ? "" : " ") + line
      }
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      // Where blank lines part paragraphs, only they do.
      if !hasBlanks, !next.isEmpty, !isForced(line, next, width) {
        result.append(current)
        current = ""
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }
}
