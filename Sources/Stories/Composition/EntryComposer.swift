public import NewsModel

/// Composes the entry of a story from its articles.
///
/// A pure function that cannot fail: the same story and articles, in any order, give the same entry
/// under the same preferences. Everything quoted stands word for word in the article that it is
/// attributed to. The rules and where their numbers come from: <doc:WhatAnEntrySays>.
public struct EntryComposer: Hashable, Sendable {
  /// The settings.
  public var preferences: CompositionPreferences

  /// Makes a composer.
  public init(preferences: CompositionPreferences = CompositionPreferences()) {
    self.preferences = preferences
  }

  /// Composes the entry of a story.
  ///
  /// - Parameters:
  ///   - story: The story.
  ///   - articles: Its articles, in any order; what is given twice counts once.
  ///   - pins: The person's word on this entry.
  /// - Returns: The entry, with the id, slug and dates of the story.
  public func compose(
    _ story: Story, articles: [Article], pins: EntryPins = EntryPins()
  ) -> Entry {
    composition(of: story, articles: articles, pins: pins).entry
  }

  /// Composes the entry of a story and says what its `updated` is judged by.
  ///
  /// - Complexity: O(*n* log *n*) in the length of the texts: of more than forty articles not all
  ///   pairs are compared (`MarkIndex`), and figures and additions are of the first and the last to
  ///   come (`StoryEnds`).
  public func composition(
    of story: Story, articles: [Article], pins: EntryPins = EntryPins()
  ) -> Composition {
    let read = Self.ordered(articles).map(ReadArticle.init)
    let shingles = ShingleTable(read)
    let weights = WordWeights(read)
    let rule = CanonicalRule(
      preferences: preferences, pins: pins, shingles: shingles,
      retellings: RetellingTable(articles: read, weights: weights))
    guard let choice = rule.choose(among: read) else { return Self.empty(story, preferences, pins) }
    let canonical = read[choice.index]
    let lead = canonical.article

    let order = [choice.index] + read.indices.filter { $0 != choice.index }
    let sources = order.map { read[$0] }
    let relations = relations(of: sources, shingles: shingles.reordered(order), weights: weights)
    // A repost says what another source says.
    let figures = zip(sources, relations).map { source, relation in
      relation == .repost ? [] : FigureReader.figures(of: source)
    }
    let disagreements = DisagreementRule.disagreements(
      among: sources, figures: figures, weights: weights)
    let coverage = coverage(
      of: sources, relations: relations, figures: figures, disagreements: disagreements,
      weights: weights)
    let entry = Entry(
      id: story.id, slug: story.slug, link: link(of: story),
      title: Self.title(of: canonical, pins: pins), language: lead.language,
      published: story.published, updated: story.updated, authors: lead.authors,
      summary: SummaryRule.summary(of: canonical),
      paragraphs: lead.paragraphs.filter { !Self.isBlank($0) }, html: lead.html,
      textExtent: preferences.outlet(of: lead).textExtent, canonicalReason: choice.reason,
      coverage: coverage, disagreements: disagreements.map(\.shown),
      tags: Self.tags(of: sources.map(\.article)),
      pictures: Self.pictures(of: sources.map(\.article)),
      enclosures: Self.enclosures(of: sources.map(\.article)),
      decisions: Self.illustrated(story.decisions, by: sources))
    let substance = EntrySubstance(
      sources: sources, relations: relations, figures: figures[0],
      disagreements: disagreements)
    return Composition(
      entry: entry,
      choice: CanonicalChoice(article: lead.id, clause: choice.clause, reason: choice.reason),
      substance: substance)
  }

  /// The articles in the order of coverage, each once: by date, then by id.
  private static func ordered(_ articles: [Article]) -> [Article] {
    let sorted = articles.sorted {
      $0.published != $1.published ? $0.published < $1.published : $0.id < $1.id
    }
    var seen: Set<ArticleID> = []
    return sorted.filter { seen.insert($0.id).inserted }
  }

  /// The relation of each article to those before it, the canonical one first. A repost or a
  /// rewrite of any of them brings no source.
  private func relations(
    of sources: [ReadArticle], shingles: ShingleTable, weights: WordWeights
  ) -> [Relation] {
    let canonical = sources[0]
    let retellings = RetellingTable(articles: sources, weights: weights)
    var isOriginal = sources.map { _ in false }
    return sources.enumerated().map { index, source in
      guard index > 0 else {
        isOriginal[index] = true
        return .canonical
      }
      let sharesLead = RelationRule.sharesLanguage(source, canonical)
      if shingles.isRepost(index, ofAnyWhere: { isOriginal[$0] })
        || sharesLead && RelationRule.isRepost(source, of: canonical)
      {
        return .repost
      }
      let others = retellings.candidates(of: index) { $0 == 0 || isOriginal[$0] }
      isOriginal[index] = true
      return others.contains { retellings.isRetold(index, from: $0) } ? .rewrite : .independent
    }
  }

  /// The coverage of each article: its relation, and what it adds to those before it.
  private func coverage(
    of sources: [ReadArticle], relations: [Relation], figures: [[StatedFigure]],
    disagreements: [FoundDisagreement], weights: WordWeights
  ) -> [Coverage] {
    let rule = AdditionRule(
      weights: weights, anchors: StoryAnchors(sources, weights: weights),
      limit: preferences.quotation)
    var shown: [Int: [ReadSentence]] = [:]
    for (source, sentence) in disagreements.flatMap(\.sentences) {
      shown[source, default: []].append(sentence)
    }
    let additions = rule.additions(
      of: sources, relations: relations, figures: figures, shown: shown)
    return sources.indices.map { index in
      entry(of: sources[index].article, relation: relations[index], additions: additions[index])
    }
  }

  private func entry(of article: Article, relation: Relation, additions: [String]) -> Coverage {
    Coverage(
      article: article.id, outlet: article.outlet,
      outletFeedURL: preferences.outlet(of: article).feedURL, title: Self.headline(of: article),
      url: article.url, language: article.language, published: article.published,
      dateOrigin: article.dateOrigin, relation: relation, additions: additions)
  }

  /// The most decisions that say what both reports share. Pages show no more tables than that, and
  /// the rest is in numbers.
  private static let mostIllustrated = 40

  /// Decisions with what both reports say, where both are still in the story.
  private static func illustrated(_ decisions: [Decision], by sources: [ReadArticle]) -> [Decision]
  {
    let places = Dictionary(
      sources.enumerated().map { ($1.article.id, $0) }, uniquingKeysWith: { first, _ in first })
    var left = mostIllustrated
    return decisions.map { decision in
      guard left > 0, let one = decision.article.flatMap({ places[$0] }),
        let other = decision.closest.flatMap({ places[$0] })
      else { return decision }
      left -= 1
      var decision = decision
      let sayings = SayingFinder(sources[one], sources[other]).sayings
      decision.shared = sayings.isEmpty ? nil : sayings
      return decision
    }
  }

  private func link(of story: Story) -> String {
    preferences.baseURL + "stories/" + story.slug + "/"
  }

  /// The entry of a story none of whose articles is at hand.
  private static func empty(
    _ story: Story, _ preferences: CompositionPreferences, _ pins: EntryPins
  ) -> Composition {
    let entry = Entry(
      id: story.id, slug: story.slug, link: preferences.baseURL + "stories/" + story.slug + "/",
      title: pins.title ?? untitled, published: story.published, updated: story.updated,
      summary: "", coverage: [], decisions: story.decisions)
    return Composition(entry: entry, choice: nil, substance: EntrySubstance())
  }
}
