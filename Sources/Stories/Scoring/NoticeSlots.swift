/// Whether two texts of one outlet are notices from one template: alike in their words, but with
/// other figures or names in the slots.
///
/// Quakes, weather, results, fixtures: an outlet prints each under the words of the last. A report
/// that is brought up to date keeps most of its figures.
enum NoticeSlots {
  /// Notices are short and no headline alone, in words.
  private static let wordCounts = 8..<200
  /// Of the different terms of the longer one the other says so many at least, in hundredths.
  private static let alikeShare = 60
  /// Other figures: two at least in either, and no more than a third of the fewer in common.
  private static let leastNumbers = 2
  private static let sharedNumbers = 3

  /// Compares two articles; the same whichever comes first.
  ///
  /// - Complexity: O(*n*) in their distinct terms, and constant for two outlets: it is asked of all
  ///   candidates.
  static func differ(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Bool {
    guard one.outlet == other.outlet, one.outlet != 0, wordCounts.contains(one.sequence.count),
      wordCounts.contains(other.sequence.count)
    else { return false }
    let (first, second) = (one.slotTally, other.slotTally)
    let leastShared = alikeShare * max(first.terms, second.terms)
    guard min(first.terms, second.terms) * 100 >= leastShared else { return false }
    let shared = shared(one, other)
    guard shared.terms * 100 >= leastShared else { return false }
    let fewest = min(first.numbers, second.numbers)
    if fewest >= leastNumbers, shared.numbers * sharedNumbers <= fewest { return true }
    return first.names > 0 && second.names > 0 && shared.names == 0
  }

  /// The number of terms, and of those that fill slots.
  struct Tally: Sendable {
    private(set) var (terms, numbers, names) = (0, 0, 0)

    init() {}

    /// Counts the terms of a lead and a body.
    init(_ article: FeatureValues) {
      for index in 0..<article.leadAndBodyCount { add(article.keys[index], article.weights[index]) }
    }

    mutating func add(_ key: UInt32, _ term: TermWeights) {
      terms += 1
      guard term.calendar == .none else { return }
      if key & 1 == 1 { numbers += 1 }
      if term.isName { names += 1 }
    }
  }

  /// The terms of leads and bodies that both have; of so short texts these are nearly all. They lie
  /// in order.
  private static func shared(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Tally {
    let (weights, otherWeights) = (one.weights, other.weights)
    let (count, otherCount) = (one.leadAndBodyCount, other.leadAndBodyCount)
    return one.keys.withUnsafeBufferPointer { keys in
      other.keys.withUnsafeBufferPointer { otherKeys in
        var tally = Tally()
        var (index, place) = (0, 0)
        while index < count, place < otherCount {
          let (key, another) = (keys[index], otherKeys[place])
          if key == another {
            var term = weights[index]
            term.isName = term.isName && otherWeights[place].isName
            tally.add(key, term)
          }
          if key <= another { index += 1 }
          if another <= key { place += 1 }
        }
        return tally
      }
    }
  }
}
