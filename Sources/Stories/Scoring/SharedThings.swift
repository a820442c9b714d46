/// The things that the openings of two articles of one language have in common.
///
/// Words that stand side by side in both are one thing, most often a name. Days of the week, months
/// and the years about the date are none: articles of one time share them whatever they tell.
struct SharedThings: Hashable, Sendable {
  /// The weight of the things together, in eightieths: each as much as its heaviest word and a
  /// quarter of its others.
  private(set) var total = 0
  /// The weight of the heaviest, in eightieths.
  private(set) var heaviest = 0
  /// The number of those that hold a rare word.
  private(set) var rareCount = 0

  /// The words of an opening at least, title counted, and those of the text behind a long title.
  private static let wordCount = 40
  /// The most words of an opening.
  private static let mostWords = 60
  /// Lighter words are no things, in twentieths: 1.0.
  private static let leastWeight: UInt8 = 20
  /// Words from this weight on are rare, in twentieths: 6.5, a name that is no country's and no
  /// great city's.
  private static let rareWeight = 130

  /// Compares two openings; the same whichever comes first.
  ///
  /// - Complexity: O(*n*) in the words of the openings, but for things of many words.
  init(_ first: Opening, _ second: Opening) {
    var things: [UInt32: Thing] = [:]
    for (key, weight) in first.weights where second.weights[key] != nil {
      things[key] = Thing(lead: key, weight: Int(weight))
    }
    guard !things.isEmpty else { return }
    func lead(_ key: UInt32) -> UInt32 {
      var key = key
      while let next = things[key]?.lead, next != key { key = next }
      return key
    }
    for pair in first.neighbours where second.neighbours.contains(pair) {
      let (one, other) = (lead(pair.first), lead(pair.second))
      guard one != other, let given = things[max(one, other)] else { continue }
      things[min(one, other)]?.add(given)
      things[max(one, other)]?.lead = min(one, other)
    }
    for (key, thing) in things where thing.lead == key {
      let weight = 3 * thing.heaviest + thing.sum
      total += weight
      heaviest = max(heaviest, weight)
      if thing.heaviest >= Self.rareWeight { rareCount += 1 }
    }
  }

  /// Some words that stand side by side.
  private struct Thing {
    /// The word whose entry counts for all, the smallest.
    var lead: UInt32
    var sum: Int
    var heaviest: Int

    init(lead: UInt32, weight: Int) {
      self.lead = lead
      (sum, heaviest) = (weight, weight)
    }

    mutating func add(_ other: Thing) {
      sum += other.sum
      heaviest = max(heaviest, other.heaviest)
    }
  }

  /// The words of one article's opening that may be things.
  struct Opening {
    /// Two words side by side, the smaller first.
    struct Neighbours: Hashable {
      var first: UInt32
      var second: UInt32
    }
    /// The weight of each.
    private(set) var weights: [UInt32: UInt8] = [:]
    /// Those that stand side by side anywhere.
    private(set) var neighbours: Set<Neighbours> = []

    /// Reads an article published in a year, if that is known.
    init(_ article: ArticleFeatures, year: Int?) {
      let count = max(
        SharedThings.wordCount,
        min(article.titleCount + SharedThings.wordCount, SharedThings.mostWords))
      var last: UInt32?
      for (place, index) in article.sequence.prefix(count).enumerated() {
        let (key, term) = (article.keys[Int(index)], article.weights[Int(index)])
        if place == article.titleCount { last = nil }
        guard term.weight >= SharedThings.leastWeight, !term.calendar.isOfAnyDay(in: year) else {
          last = nil
          continue
        }
        weights[key] = term.weight
        if let last, last != key {
          neighbours.insert(Neighbours(first: min(last, key), second: max(last, key)))
        }
        last = key
      }
    }
  }
}
