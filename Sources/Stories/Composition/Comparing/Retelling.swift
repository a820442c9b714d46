/// A measure of how much of one article another one tells.
///
/// It is a rewrite if one of three signs is there:
///
/// - nearly all that it says is said by the other;
/// - it knows no name and no figure that the other does not give, and says some of it in like
///   sentences: who rewrites a report by machine changes every word but those;
/// - it opens as the other does, sentence by sentence, whatever it hangs behind that.
struct Retelling {
  /// The share of unsaid sentences up to which an article is a rewrite.
  ///
  /// On mix-dev half of the neutral machine rewrites have .31 and less and nine in ten natural
  /// articles .31 and more, against the closest article of their story.
  static let news = 0.35

  /// The share of names and figures that a rewrite may have of its own, and the fewest that tell.
  ///
  /// With all signs 299 of the 401 machine rewrites of mix-dev that do not lead are named, and 5
  /// more are reposts; of 965 natural articles 119, beside 178 reposts: wire reports that several
  /// print.
  private static let mostNewNames = 0.1
  static let fewestNames = 6
  /// Of a rewrite by its names at least so many sentences are said, and not all but a few unsaid:
  /// two reports may know the same people.
  private static let fewestSaid = 2
  private static let mostUnsaid = 0.9
  /// So many names of which none is its own need no sentence that is said.
  private static let telling = 12

  /// An opening: this many sentences, or a third of them, of which so much may be unsaid and so
  /// many must be told closely.
  private static let opening = 8
  private static let closeShare = 0.7
  private static let fewestClose = 3
  private static let fewestWords = 8
  private static let mostNewNamesOfOpening = 0.2

  /// The share, by weight, of its sentences that the other does not say.
  private(set) var unsaidShare = 1.0
  /// The share of its names and figures that the other does not give.
  private(set) var newNames = 1.0
  private var nameCount = 0
  private var saidCount = 0
  private var unsaidOpening = 1.0
  private var closeCount = 0
  private var newNamesOfOpening = 1.0

  /// Compares an article with another one.
  ///
  /// - Parameters:
  ///   - article: The article that may be a rewrite.
  ///   - other: The one that it may be made from.
  ///   - said: What that one says.
  ///   - weights: The weights of the story's words.
  init(
    of article: ReadArticle, from other: ReadArticle, said: inout SaidSentences,
    weights: WordWeights
  ) {
    let sentences = article.body.isEmpty ? article.title : article.body
    let openingCount = max(Self.opening, sentences.count / 3)
    var (total, unsaid, opening, openingUnsaid) = (0.0, 0.0, 0.0, 0.0)
    for (place, sentence) in sentences.enumerated() {
      let weight = weights.weight(sentence.stems)
      let share = said.said(sentence.stems).share
      total += weight
      if share < SaidSentences.threshold { unsaid += weight } else { saidCount += 1 }
      guard place < openingCount else { continue }
      opening += weight
      if share < SaidSentences.threshold { openingUnsaid += weight }
      if share >= Self.closeShare, sentence.stems.count >= Self.fewestWords { closeCount += 1 }
    }
    guard total > 0 else { return }
    unsaidShare = unsaid / total
    unsaidOpening = opening > 0 ? openingUnsaid / opening : 1
    nameCount = article.names.count
    newNames = Self.share(of: article.names, newTo: other)
    guard closeCount >= Self.fewestClose else { return }
    newNamesOfOpening = Self.share(
      of: NameFinder.names(of: Array(sentences.prefix(openingCount)), in: article), newTo: other)
  }

  /// Whether it brings so little of its own that it is no source of its own.
  var isRewrite: Bool {
    if unsaidShare <= Self.news { return true }
    if nameCount >= Self.telling, newNames == 0 { return true }
    if nameCount >= Self.fewestNames, newNames <= Self.mostNewNames,
      saidCount >= Self.fewestSaid, unsaidShare <= Self.mostUnsaid
    {
      return true
    }
    return closeCount >= Self.fewestClose && unsaidOpening <= Self.news
      && newNamesOfOpening <= Self.mostNewNamesOfOpening
  }

  private static func share(of names: [UInt64], newTo other: ReadArticle) -> Double {
    names.isEmpty ? 0 : 1 - WordShingles.containment(of: names, in: other.vocabulary)
  }
}
