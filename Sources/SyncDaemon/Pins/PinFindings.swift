import NewsModel
import Stories

/// Finds faults of pins that need the articles to be seen, for `newsfold check` and `newsfold pin`.
enum PinFindings {
  /// Finds names that mean no article or the same one, and pins that contradict one another, in the
  /// order of the file.
  ///
  /// - Parameters:
  ///   - pins: The pins.
  ///   - resolve: The article that a name means, if there is one.
  ///   - storyOf: The story that an article is in, if it is known.
  /// - Returns: The messages.
  static func find(
    _ pins: Pins, resolve: (String) -> ArticleID?, storyOf: (ArticleID) -> EntryID? = { _ in nil }
  ) -> [String] {
    var findings: [String] = []
    for name in pins.names where resolve(name) == nil {
      findings.append(
        "pin names no article: pins.yaml: \"\(name)\". "
          + "Give a path below the articles directory, an article id or a permalink.")
    }
    for list in pins.together + pins.apart { findings += doubles(list, resolve) }
    // Articles are named as the file names them; an id would tell a person nothing.
    let names = Dictionary(
      pins.names.compactMap { name in resolve(name).map { ($0, name) } },
      uniquingKeysWith: { first, _ in first })
    func name(_ article: ArticleID) -> String { names[article] ?? "\(article)" }
    let pairs = pins.pairs(resolve)
    for pair in pairs.together.intersection(pairs.apart).sorted() {
      findings.append(
        "pins contradict one another: pins.yaml: \(name(pair.first)) and \(name(pair.second)) are both together "
          + "and apart; apart wins. Remove one of the two.")
    }
    findings += indirect(pairs, name)
    var titles: [EntryID: String] = [:]
    for (number, title) in pins.titles.enumerated() {
      guard let article = resolve(title.article) else { continue }
      let isDouble = pins.titles[..<number].contains { resolve($0.article) == article }
      if isDouble {
        findings.append(
          "pins contradict one another: pins.yaml: two titles for \(name(article)); the first is "
            + "taken. Remove one of the two.")
      } else if let story = storyOf(article) {
        if let first = titles[story] {
          findings.append(
            "pins contradict one another: pins.yaml: \(first) and \(title.article) both give a "
              + "title to one story; the first is taken. Remove one of the two.")
        } else {
          titles[story] = title.article
        }
      }
    }
    var leads: [EntryID: String] = [:]
    for lead in pins.lead {
      guard let story = resolve(lead).flatMap(storyOf) else { continue }
      if let first = leads[story] {
        findings.append(
          "pins contradict one another: pins.yaml: \(first) and \(lead) both lead one story; "
            + "the first is taken. Remove one of the two.")
      } else {
        leads[story] = lead
      }
    }
    return findings
  }

  /// Names of one list that mean the same article: a pin of such a pair says nothing.
  private static func doubles(_ list: [String], _ resolve: (String) -> ArticleID?) -> [String] {
    var names: [ArticleID: String] = [:]
    return list.compactMap { name in
      guard let article = resolve(name) else { return nil }
      guard let first = names[article] else {
        names[article] = name
        return nil
      }
      return
        "pin names one article twice: pins.yaml: \(first) and \(name) are one article. "
        + "Name another one; files that claim one URL are one article until one of them changes it."
    }
  }

  /// Pairs that a pin keeps apart and other pins join through further articles: no grouping can
  /// satisfy them.
  private static func indirect(
    _ pairs: StoryPins, _ name: (ArticleID) -> String
  ) -> [String] {
    var neighbours: [ArticleID: [ArticleID]] = [:]
    for pair in pairs.together.sorted() where !pairs.apart.contains(pair) {
      neighbours[pair.first, default: []].append(pair.second)
      neighbours[pair.second, default: []].append(pair.first)
    }
    return pairs.apart.subtracting(pairs.together).sorted().compactMap { pair in
      guard let through = path(from: pair.first, to: pair.second, neighbours) else { return nil }
      return
        "pins contradict one another: pins.yaml: \(name(pair.first)) and \(name(pair.second)) are "
        + "apart, and together through \(through.map(name).joined(separator: ", ")); apart wins. "
        + "Remove one of them."
    }
  }

  /// The shortest chain of articles by which pins join two; nil if there is none.
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
