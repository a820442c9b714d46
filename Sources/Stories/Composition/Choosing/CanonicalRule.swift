import NewsModel

/// Applies the rule to read articles.
struct CanonicalRule {
  let preferences: CompositionPreferences
  let pins: EntryPins
  let shingles: ShingleTable
  let retellings: RetellingTable

  /// A text is an extract if it is shorter than this and another of the story is three times as
  /// long.
  ///
  /// 90 words: 99 of 100 of the extracts in allsides-dev are that short, while 95 of 100 whole
  /// articles of mix-dev are longer than 88.
  static let extractWords = 90

  /// An article is fuller than another one from this many times its words on.
  ///
  /// An outlet's trimmings make a light repost at most a tenth longer than its original (95 of 100
  /// in mix-dev); four in five of the neutral rewrites are shorter by more than a seventh.
  private static let fuller = 1.15
  /// Where dates do not tell, a report of two thirds of the words of the longest is as full.
  private static let muchFuller = 1.5

  /// The share of the most central report's centrality that a report needs to lead.
  ///
  /// Chosen on stories of our own, not fitted: a piece that only comes to speak of the event has
  /// less than half.
  private static let leastCentral = 0.7

  /// Chooses among the articles of a story; nil only if there are none.
  func choose(
    among articles: [ReadArticle]
  ) -> (index: Int, clause: LeadReason.Clause, reason: LeadReason)? {
    guard let first = articles.indices.first else { return nil }
    guard articles.count > 1 else { return (first, .only, LeadReason([.init(.only)])) }
    var left = Array(articles.indices)
    var reason = LeadReason()
    var sources = left
    for clause in LeadReason.Clause.allCases where clause != .only {
      let kept =
        clause == .central
        ? central(left, among: sources, articles) : keep(clause, of: left, articles)
      // A report that is printed again and again is no more central for it.
      if clause == .original { sources = kept.isEmpty ? left : kept }
      guard !kept.isEmpty, kept.count < left.count else { continue }
      reason.steps.append(.init(clause, others: left.count - kept.count))
      left = kept
      if left.count == 1 { return (left[0], clause, reason) }
    }
    return (left[0], .id, reason)
  }

  private func keep(
    _ clause: LeadReason.Clause, of left: [Int], _ articles: [ReadArticle]
  ) -> [Int] {
    switch clause {
    case .only, .central: left
    case .pinned: pinned(left, articles)
    case .language: inLanguage(left, articles)
    case .original: originals(left, articles)
    case .report: left.filter { ReportKind.of(articles[$0].article) == nil }
    case .complete: complete(left, articles)
    case .statedTitle: left.filter { !hasFault(articles[$0]) }
    case .preferred: preferred(left, articles)
    case .earliest: earliest(left, articles)
    case .fullest: fullest(left, articles)
    case .id: left.min { articles[$0].article.id < articles[$1].article.id }.map { [$0] } ?? []
    }
  }

  private func pinned(_ left: [Int], _ articles: [ReadArticle]) -> [Int] {
    let one = left.filter { articles[$0].article.id == pins.leadingArticle }
    if !one.isEmpty { return one }
    guard let outlet = pins.leadingOutlet?.lowercased() else { return [] }
    return left.filter { articles[$0].article.outlet.lowercased() == outlet }
  }

  /// Those in the language of the site, so that a subscriber can read the entry; none if the site
  /// has no language of its own.
  private func inLanguage(_ left: [Int], _ articles: [ReadArticle]) -> [Int] {
    guard let language = preferences.language.map(LanguageCode.init(tag:)) else { return [] }
    return left.filter { LanguageCode(tag: articles[$0].primaryLanguage) == language }
  }

  private func originals(_ left: [Int], _ articles: [ReadArticle]) -> [Int] {
    let spans = articles.map { DateSpan($0.article) }
    var isLeft = articles.map { _ in false }
    for index in left { isLeft[index] = true }
    let addresses = Dictionary(
      left.compactMap { index in articles[index].article.url.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    return left.filter { index in
      if let stated = articles[index].article.originalURL, let other = addresses[stated],
        other != index
      {
        return false
      }
      let mayBeMade = { (other: Int) in
        isLeft[other] && !isStatedOriginal(articles[index], of: articles[other])
          && canFollow(index, other, articles, spans)
      }
      return !shingles.isRepost(index, ofAnyWhere: mayBeMade)
        && !retellings.candidates(of: index, where: mayBeMade).contains {
          retellings.isRetold(index, from: $0)
        }
    }
  }

  /// Whether an article says that it repeats the first one.
  private func isStatedOriginal(_ article: ReadArticle, of other: ReadArticle) -> Bool {
    other.article.originalURL.map { $0 == article.article.url } ?? false
  }

  /// Whether the first article can be made from the second: it came later for sure; or dates cannot
  /// tell, and the second is fuller, since the text alone does not say who copied.
  private func canFollow(
    _ index: Int, _ other: Int, _ articles: [ReadArticle], _ spans: [DateSpan]
  ) -> Bool {
    if spans[index].isLater(than: spans[other]) { return true }
    return !spans[other].isLater(than: spans[index])
      && Double(articles[other].wordCount) >= Self.fuller * Double(articles[index].wordCount)
  }

  /// Whether a title does not state the event, as it stands or without its outlet's name.
  private func hasFault(_ article: ReadArticle) -> Bool {
    let title = article.article.title
    return TitleFault.of(title, language: article.primaryLanguage) != nil
      || TitleFault.of(
        EntryComposer.headline(of: article.article), language: article.primaryLanguage) != nil
  }

  /// Those that are not far less central than the most central one among the story's own sources;
  /// where there are two, neither is.
  private func central(
    _ left: [Int], among sources: [Int], _ articles: [ReadArticle]
  ) -> [Int] {
    guard left.count > 1, sources.count > 2 else { return left }
    let values = Centrality(sources.map { articles[$0] }, weights: retellings.weights).values
    let centrality = Dictionary(uniqueKeysWithValues: zip(sources, values))
    let most = left.compactMap { centrality[$0] }.max() ?? 0
    return left.filter { centrality[$0].map { $0 >= Self.leastCentral * most } ?? true }
  }

  /// Those that are about as full as the fullest.
  private func fullest(_ left: [Int], _ articles: [ReadArticle]) -> [Int] {
    let longest = left.map { articles[$0].wordCount }.max() ?? 0
    return left.filter { Double(articles[$0].wordCount) * Self.muchFuller >= Double(longest) }
  }

  private func complete(_ left: [Int], _ articles: [ReadArticle]) -> [Int] {
    let longest = left.map { articles[$0].wordCount }.max() ?? 0
    return left.filter { index in
      let words = articles[index].wordCount
      let isExtract = words < Self.extractWords && words * 3 <= longest
      return !articles[index].article.isCut && !isExtract
    }
  }

  private func preferred(_ left: [Int], _ articles: [ReadArticle]) -> [Int] {
    let ranks = left.map { preferences.outlet(of: articles[$0].article).rank ?? .max }
    guard let best = ranks.min() else { return [] }
    return zip(left, ranks).filter { $0.1 == best }.map(\.0)
  }

  private func earliest(_ left: [Int], _ articles: [ReadArticle]) -> [Int] {
    let spans = articles.map { DateSpan($0.article) }
    // Later than any other is later than the one that was surely there first.
    guard let first = left.min(by: { spans[$0].end < spans[$1].end }) else { return left }
    return left.filter { !spans[$0].isLater(than: spans[first]) }
  }
}
