/// Whether two short texts name names and none in common: two events of one kind are told in the same words but for these.
enum NameContradiction {
  /// Longer texts say names of their surroundings, too, and share some of those.
  private static let mostWords = 80
  /// Texts of fewer different words than e^2.77 − 1, fifteen, name too little to contradict.
  private static let leastLength = 2.772_589
  /// How much of each text's names the other must not say, by weight, in hundredths: a place may be in both.
  private static let unsaidShare = 85

  /// Compares two articles of one language; the same whichever comes first.
  ///
  /// - Complexity: O(*n*) in their words.
  static func holds(_ one: ArticleFeatures, _ other: ArticleFeatures) -> Bool {
    guard one.sequence.count < mostWords, other.sequence.count < mostWords,
      min(one.lengthLogarithm, other.lengthLogarithm) > leastLength
    else { return false }
    let (first, second) = (Names(one, unsaidIn: other), Names(other, unsaidIn: one))
    return first.areUnsaid && second.areUnsaid && first.title.isDisjoint(with: second.title)
      && first.all.isDisjoint(with: second.all)
  }

  /// The names of one text, as another one knows them.
  private struct Names {
    var all: Set<UInt32> = []
    var title: Set<UInt32> = []
    private var (weight, unsaid) = (0, 0)
    private var hasUnsaidTitle = false

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

    /// Whether there are names, one in the title at least, and the other text says hardly any of them.
    var areUnsaid: Bool {
      weight > 0 && hasUnsaidTitle && unsaid * 100 >= weight * NameContradiction.unsaidShare
    }
  }
}
