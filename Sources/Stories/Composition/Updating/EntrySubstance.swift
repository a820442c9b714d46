public import NewsModel

/// The basis on which an entry's `updated` is judged, small enough to be kept with its story.
///
/// It holds who leads, which articles the story ever had, a sketch of the canonical text, and the
/// canonical figures. The next composition is judged against it without the old texts
/// (`change(from:changed:)`), and it is stored as one line of JSON (`stored`) in `Story.substance`.
public struct EntrySubstance: Hashable, Sendable {
  /// The version of what is extracted: of another version only the list of articles is comparable,
  /// so that a new version of the program moves no date.
  public static let version = 2

  var version = EntrySubstance.version
  /// The canonical article.
  var lead: UInt32 = 0
  /// Every article that the story ever had, sorted.
  var known: [UInt32] = []
  /// The canonical text.
  var text = TextSketch()
  /// Values by what is counted, of the canonical article and of the disagreements, sorted.
  var figures: [String: [Double]] = [:]
  /// The articles that brought material of their own; not stored.
  var independent: [ArticleID] = []
  /// The canonical article's id; not stored.
  var leadArticle: ArticleID?
  /// Who gave the figures; not stored.
  var given: [GivenFigure] = []

  /// A value, what it counts, and who gave it.
  struct GivenFigure: Hashable, Sendable {
    var name: String
    var value: Double
    var article: ArticleID
  }

  /// Nothing to judge by.
  init() {}

  /// Takes from a composition what is judged.
  init(
    sources: [ReadArticle], relations: [Relation], figures: [StatedFigure],
    disagreements: [FoundDisagreement]
  ) {
    guard let canonical = sources.first else { return }
    lead = Self.mark(canonical.article.id)
    leadArticle = canonical.article.id
    known = sources.map { Self.mark($0.article.id) }.sorted()
    text = TextSketch(canonical)
    independent = zip(sources, relations).filter { $0.1 == .independent }.map(\.0.article.id)
    for figure in figures { note(figure.value, key: figure.key, article: canonical.article.id) }
    for disagreement in disagreements {
      for figure in disagreement.shown.figures {
        note(figure.value, key: disagreement.key, article: figure.article)
      }
    }
  }

  /// The same with the articles and values that an earlier substance knew: what left and comes back
  /// is no news.
  ///
  /// What is stored with a story is `new.remembering(old).stored`.
  public func remembering(_ earlier: EntrySubstance) -> EntrySubstance {
    var substance = self
    substance.known = Array(Set(known).union(earlier.known)).sorted()
    for name in earlier.figures.keys.sorted() {
      guard figures[name] != nil || substance.figures.count < Self.mostFigures else { continue }
      let values = Set(substance.figures[name] ?? []).union(earlier.figures[name] ?? [])
      substance.figures[name] = Array(values).sorted()
    }
    return substance
  }

  /// The same with other ids of articles: what has another name is no other report.
  ///
  /// - Parameter renamed: By the id that an article had, the one that it has.
  /// - Returns: The same under the new ids.
  public func renaming(_ renamed: [ArticleID: ArticleID]) -> EntrySubstance {
    guard !renamed.isEmpty else { return self }
    var substance = self
    for (old, new) in renamed {
      let (before, after) = (Self.mark(old), Self.mark(new))
      if substance.lead == before { substance.lead = after }
      guard substance.known.contains(before) else { continue }
      substance.known = Array(Set(substance.known).union([after])).sorted()
    }
    return substance
  }

  /// At most this many kinds of figures: a report has five, a table hundreds.
  private static let mostFigures = 32

  private mutating func note(_ value: Double, key: UInt64, article: ArticleID) {
    let name = String(key & 0xFFFF_FFFF, radix: 36)
    guard figures[name] != nil || figures.count < Self.mostFigures else { return }
    guard figures[name]?.contains(value) != true else { return }
    given.append(GivenFigure(name: name, value: value, article: article))
    figures[name, default: []].append(value)
    figures[name]?.sort()
  }

  static func mark(_ article: ArticleID) -> UInt32 {
    UInt32(truncatingIfNeeded: ContentDigest(article.rawValue).prefix64)
  }
}
