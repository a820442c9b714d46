import NewsModel

/// The conditions that an entry meets to be in a further feed. Pure.
struct FeedCondition {
  private let feed: FeedSettings

  /// Makes the conditions of a feed.
  init(_ feed: FeedSettings) { self.feed = feed }

  /// Whether an entry belongs to the feed.
  func takes(_ entry: Entry) -> Bool {
    let taken =
      (feed.sources.isEmpty || isCovered(entry, by: feed.sources))
      && (feed.tags.isEmpty || isTagged(entry, feed.tags))
      && (feed.languages.isEmpty || isSpoken(entry, feed.languages))
    guard taken, !isExcluded(entry) else { return false }
    if feed.leastSources > 1, Self.independentSources(of: entry) < feed.leastSources {
      return false
    }
    return feed.words.isEmpty || isSaid(feed.words, in: Self.text(of: entry))
  }

  private func isExcluded(_ entry: Entry) -> Bool {
    let exclude = feed.exclude
    if isCovered(entry, by: exclude.sources) || isTagged(entry, exclude.tags)
      || isSpoken(entry, exclude.languages)
    {
      return true
    }
    guard !exclude.words.isEmpty else { return false }
    // The entry shows the titles of its sources and what they add; whoever wants nothing of a word
    // wants it there neither.
    let shown = entry.coverage.flatMap { [$0.title] + $0.additions }
    return isSaid(exclude.words, in: Self.text(of: entry) + "\n" + shown.joined(separator: "\n"))
  }

  /// The number of outlets whose report is neither a copy of another one nor another one in other
  /// words.
  static func independentSources(of entry: Entry) -> Int {
    let own = entry.coverage.filter { $0.relation == .canonical || $0.relation == .independent }
    return Set(own.map { $0.outlet.lowercased() }).count
  }

  private static func text(of entry: Entry) -> String {
    ([entry.title, entry.summary] + entry.paragraphs).joined(separator: "\n")
  }

  private func isCovered(_ entry: Entry, by outlets: [String]) -> Bool {
    let outlets = outlets.map { $0.lowercased() }
    return entry.coverage.contains { outlets.contains($0.outlet.lowercased()) }
  }

  private func isTagged(_ entry: Entry, _ tags: [String]) -> Bool {
    let tags = tags.map { $0.lowercased() }
    return entry.tags.contains { tags.contains($0.lowercased()) }
  }

  private func isSpoken(_ entry: Entry, _ languages: [String]) -> Bool {
    let languages = languages.map(primary)
    return entry.coverage.contains { $0.language.map { languages.contains(primary($0)) } ?? false }
  }

  private func isSaid(_ phrases: [String], in text: String) -> Bool {
    let text = FoldedText(text)
    return phrases.contains { Phrase($0).stands(in: text) }
  }

  private func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" }.lowercased()
  }
}
