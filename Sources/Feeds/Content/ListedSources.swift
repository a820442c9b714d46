import NewsModel

/// The sources that a feed lists one by one: all of them in nearly every story, in the largest the
/// first two hundred and those whose sentences or figures it shows.
///
/// A story of eight thousand sources would take some megabytes in each format, which no reader
/// fetches twice; its page has them all.
enum ListedSources {
  /// A source takes some 300 bytes in a list: 64 KiB, as much as one list of an entry may have
  /// (`FoldedRows.byteLimit`).
  static let most = 200

  /// The listed sources in the order of the coverage.
  static func of(_ entry: Entry) -> [Coverage] {
    guard entry.coverage.count > most else { return entry.coverage }
    let shown = Set(entry.disagreements.flatMap(\.figures).map(\.article))
    return entry.coverage.enumerated().filter { place, coverage in
      place < most || !coverage.additions.isEmpty || shown.contains(coverage.article)
    }.map(\.element)
  }
}
