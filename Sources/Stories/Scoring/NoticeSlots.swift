/// Whether two texts of one outlet are notices from one template: alike in their words, but with other figures or names in the slots.
///
/// Quakes, weather, results, fixtures: an outlet prints each under the words of the last. A report that is brought up to date keeps most
/// of its figures.
enum NoticeSlots {
  /// Notices are short and no headline alone, in words.
  private static let wordCounts = 8..<200
  /// Of the words of the longer one the other says so many at least, in hundredths.
  private static let alikeShare = 60
  /// Other figures: two at least in either, and no more than a third of the fewer in common.
  private static let leastNumbers = 2
  private static let sharedNumbers = 3

  /// Compares two articles; the same whichever comes first.
  ///
  /// - Complexity: O(*n*) in their words.
  static func differ(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Bool {
    guard one.outlet == other.outlet, one.outlet != 0, wordCounts.contains(one.sequence.count),
      wordCounts.contains(other.sequence.count), areAlike(one, other)
    else { return false }
    let numbers = (Set(Self.numbers(one)), Set(Self.numbers(other)))
    let fewest = min(numbers.0.count, numbers.1.count)
    let shared = numbers.0.intersection(numbers.1).count
    if fewest >= leastNumbers, shared * sharedNumbers <= fewest { return true }
    let names = (Set(Self.names(one)), Set(Self.names(other)))
    return !names.0.isEmpty && !names.1.isEmpty && names.0.isDisjoint(with: names.1)
  }

  private static func areAlike(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Bool {
    var counts: [UInt32: Int] = [:]
    for index in one.sequence { counts[one.keys[Int(index)], default: 0] += 1 }
    var shared = 0
    for index in other.sequence {
      let key = other.keys[Int(index)]
      guard let count = counts[key], count > 0 else { continue }
      counts[key] = count - 1
      shared += 1
    }
    return shared * 100 >= alikeShare * max(one.sequence.count, other.sequence.count)
  }

  private static func numbers(_ article: ArticleFeatures) -> [UInt32] {
    zip(article.keys, article.weights).filter { $0 & 1 == 1 && $1.calendar == .none }.map(\.0)
  }

  private static func names(_ article: ArticleFeatures) -> [UInt32] {
    zip(article.keys, article.weights).filter { $1.isName && $1.calendar == .none }.map(\.0)
  }
}
