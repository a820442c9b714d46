/// Whether two short texts name other names and share nothing rare: two events of one kind are told
/// in the same words but for these.
enum NameContradiction {
  /// Longer texts say names of their surroundings, too, and share some of those.
  private static let mostWords = 80
  /// Texts of fewer different words than e^2.77 − 1, fifteen, name too little to contradict.
  private static let leastLength = 2.772_589
  /// The share of each text's names that the other must not say, by weight, in hundredths: a place
  /// may be in both.
  private static let unsaidShare = 70

  /// Compares two articles of one language; the same whichever comes first.
  ///
  /// - Parameters:
  ///   - one: An article.
  ///   - other: Another one.
  ///   - things: What their openings share: a rare word in both speaks for one event, whatever else
  ///     they name.
  /// - Returns: Whether each names what the other does not.
  /// - Complexity: O(*n*) in their words.
  static func holds(_ one: ArticleFeatures, _ other: ArticleFeatures, sharing things: SharedThings)
    -> Bool
  {
    guard things.rareCount == 0, one.sequence.count < mostWords, other.sequence.count < mostWords,
      min(one.lengthLogarithm, other.lengthLogarithm) > leastLength
    else { return false }
    let (first, second) = (Names(one, unsaidIn: other), Names(other, unsaidIn: one))
    guard first.areUnsaid, second.areUnsaid else { return false }
    if first.hasUnsaidTitle, second.hasUnsaidTitle, first.title.isDisjoint(with: second.title) {
      return true
    }
    // Where one title names nothing, the texts must have no name in common either.
    return (first.hasUnsaidTitle || second.hasUnsaidTitle) && first.all.isDisjoint(with: second.all)
  }

  /// The names of one text, as another one knows them.
  private struct Names {
    var all: Set<UInt32> = []
    var title: Set<UInt32> = []
    private var (weight, unsaid) = (0, 0)
    /// Whether the title names what the other text does not.
    private(set) var hasUnsaidTitle = false

    init(_ article: ArticleFeatures, unsaidIn other: ArticleFeatures) {
      let said = Set(other.keys)
      for (key, term) in zip(article.keys, article.weights)
      where term.isName && term.calendar == .none {
        all.insert(key)
        weight += Int(term.weight)
        let isUnsaid = !said.contains(key)
        if isUnsaid { unsaid += Int(term.weight) }
        if term.title > 0 {
          title.insert(key)
          hasUnsaidTitle = hasUnsaidTitle || isUnsaid
        }
      }
    }

    /// Whether there are names, and the other text says few of them.
    var areUnsaid: Bool {
      weight > 0 && unsaid * 100 >= weight * NameContradiction.unsaidShare
    }
  }
}
