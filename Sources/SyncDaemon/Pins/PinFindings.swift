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
    findings += indirect(pairs)
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

  /// Pairs that are apart, and together through others: what no grouping can satisfy.
  private static func indirect(_ pairs: StoryPins) -> [String] {
    var neighbours: [ArticleID: [ArticleID]] = [:]
    for pair in pairs.together.sorted() where !pairs.apart.contains(pair) {
      neighbours[pair.first, default: []].append(pair.second)
      neighbours[pair.second, default: []].append(pair.first)
    }
    return pairs.apart.subtracting(pairs.together).sorted().compactMap { pair in
      guard let through = path(from: pair.first, to: pair.second, neighbours) else { return nil }
      return
        "pins contradict one another: pins.yaml: \(pair.first) and \(pair.second) are apart, and "
        + "together through \(through.map { "\($0)" }.joined(separator: ", ")); apart wins. "
        + "Remove one of them."
    }
  }

  /// The articles between two that pins join, by the shortest way; nil if there is none.
  private static func path(
    from first: ArticleID, to second: ArticleID, _ neighbours: [ArticleID: [ArticleID]]
  ) -> [ArticleID]? {
    var cameFrom: [ArticleID: ArticleID] = [first: first]
    var open = [first]
    var next = 0
    while next < open.count, cameFrom[second] == nil {
      for neighbour in neighbours[open[next]] ?? [] where cameFrom[neighbour] == nil {
        cameFrom[neighbour] = open[next]
        open.append(neighbour)
      }
      next += 1
    }
    var between: [ArticleID] = []
    var place = second
    while let before = cameFrom[place], before != first {
      between.append(before)
      place = before
    }
    return cameFrom[second] == nil ? nil : between.reversed()
  }
}
