import NewsModel

/// Applies the rule to read articles.
struct CanonicalRule {
  let preferences: CompositionPreferences
  let pins: EntryPins
  let shingles: ShingleTable

  /// A text is an extract if it is shorter than this and another of the story is three times as
  /// long.
  ///
  /// 90 words: 99 of 100 of the extracts in allsides-dev are that short, while 95 of 100 whole
  /// articles of mix-dev are longer than 88.
  static let extractWords = 90

  /// Chooses among the articles of a story; nil only if there are none.
  func choose(
    among articles: [ReadArticle]
  ) -> (index: Int, clause: LeadReason.Clause, reason: LeadReason)? {
    guard let first = articles.indices.first else { return nil }
    guard articles.count > 1 else { return (first, .only, LeadReason([.init(.only)])) }
    var left = Array(articles.indices)
    var reason = LeadReason()
    for clause in LeadReason.Clause.allCases where clause != .only {
      let kept = keep(clause, of: left, articles)
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
    case .only: left
    case .pinned: pinned(left, articles)
    case .language: inLanguage(left, articles)
    case .original: originals(left, articles)
    case .complete: complete(left, articles)
    case .statedTitle:
      left.filter {
        TitleFault.of(articles[$0].article.title, language: articles[$0].primaryLanguage) == nil
      }
    case .preferred: preferred(left, articles)
    case .earliest: earliest(left, articles)
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
    return left.filter { index in
      !left.contains { other in
        guard other != index else { return false }
        let (article, original) = (articles[index].article, articles[other].article)
        if let stated = article.originalURL, stated == original.url { return true }
        if let stated = original.originalURL, stated == article.url { return false }
        // The text alone does not say who copied; a date that is later for sure does.
        return spans[index].isLater(than: spans[other]) && shingles.isRepost(index, of: other)
      }
    }
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
    return left.filter { index in !left.contains { spans[index].isLater(than: spans[$0]) } }
  }
}
