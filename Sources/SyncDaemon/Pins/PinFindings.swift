import NewsModel
import Stories

/// What is wrong with pins, for `newsfold check`.
enum PinFindings {
  /// Names that mean nothing and pairs that are both together and apart, in the order of the file.
  static func find(_ pins: Pins, resolve: (String) -> ArticleID?) -> [String] {
    var findings: [String] = []
    for name in pins.names where resolve(name) == nil {
      findings.append(
        "pin names no article: pins.yaml: \"\(name)\". "
          + "Give a path below the articles directory, an article id or a permalink.")
    }
    let pairs = pins.pairs(resolve)
    for pair in pairs.together.intersection(pairs.apart).sorted() {
      findings.append(
        "pins contradict one another: pins.yaml: \(pair.first) and \(pair.second) are both together "
          + "and apart; apart wins. Remove one of the two.")
    }
    for (number, title) in pins.titles.enumerated() {
      guard let article = resolve(title.article) else { continue }
      let isDouble = pins.titles[..<number].contains { resolve($0.article) == article }
      if isDouble {
        findings.append(
          "pins contradict one another: pins.yaml: two titles for \(article); the first is taken. "
            + "Remove one of the two.")
      }
    }
    return findings
  }
}
