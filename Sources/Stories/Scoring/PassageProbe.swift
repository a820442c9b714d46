/// The runs of words of one article, laid out so that those of other articles of its outlet are looked up among them
/// (`SharedPassages`).
struct PassageProbe: Sendable {
  private let runs: [UInt64]
  private let wordCount: Int
  /// An open table of the runs, at most a quarter full: most runs of another article are not there, and one look says so.
  private let table: [UInt64]

  /// Lays out an article.
  ///
  /// - Complexity: O(*n*) in its words.
  init(_ article: ArticleFeatures) {
    runs = SharedPassages.runs(article)
    wordCount = article.sequence.count
    var size = 16
    while size < runs.count * 4 { size *= 2 }
    var table = [UInt64](repeating: 0, count: size)
    for run in runs {
      var place = Int(truncatingIfNeeded: run) & (size - 1)
      while table[place] != 0, table[place] != run { place = (place + 1) & (size - 1) }
      table[place] = run
    }
    self.table = table
  }

  /// Marks the words of both articles that a run of the other holds; nil if they have no run in common.
  func marks(_ other: ArticleFeatures) -> (own: [Bool], other: [Bool])? {
    let otherRuns = SharedPassages.runs(other)
    guard let start = otherRuns.firstIndex(where: { place($0) != nil }) else { return nil }
    var isShared = [Bool](repeating: false, count: table.count)
    var otherMarks = [Bool](repeating: false, count: other.sequence.count)
    for index in start..<otherRuns.count {
      guard let place = place(otherRuns[index]) else { continue }
      isShared[place] = true
      for word in index..<index + SharedPassages.wordCount { otherMarks[word] = true }
    }
    var ownMarks = [Bool](repeating: false, count: wordCount)
    for (index, run) in runs.enumerated() {
      guard let place = place(run), isShared[place] else { continue }
      for word in index..<index + SharedPassages.wordCount { ownMarks[word] = true }
    }
    return (ownMarks, otherMarks)
  }

  /// Where the table has a run.
  private func place(_ run: UInt64) -> Int? {
    table.withUnsafeBufferPointer { table in
      var place = Int(truncatingIfNeeded: run) & (table.count - 1)
      while table[place] != 0 {
        if table[place] == run { return place }
        place = (place + 1) & (table.count - 1)
      }
      return nil
    }
  }
}
