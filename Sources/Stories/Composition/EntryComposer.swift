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
  /// - Complexity: O(*n* log *n*) in the length of the texts, and O(*m*²) in the number of articles
  ///   for reposts.
  public func composition(
    of story: Story, articles: [Article], pins: EntryPins = EntryPins()
  ) -> Composition {
    let read = Self.ordered(articles).map(ReadArticle.init)
    let shingles = ShingleTable(read)
    let rule = CanonicalRule(preferences: preferences, pins: pins, shingles: shingles)
    guard let choice = rule.choose(among: read) else { return Self.empty(story, preferences, pins) }
    let canonical = read[choice.index]
    let lead = canonical.article

    let order = [choice.index] + read.indices.filter { $0 != choice.index }
    let sources = order.map { read[$0] }
    let weights = WordWeights(sources)
    let relations = relations(of: sources, shingles: shingles.reordered(order), weights: weights)
    // A repost says what another source says.
    let figures = zip(sources, relations).map { source, relation in
      relation == .repost ? [] : FigureReader.figures(of: source)
    }
    let coverage = coverage(of: sources, relations: relations, figures: figures, weights: weights)
    let disagreements = DisagreementRule.disagreements(
      among: sources, figures: figures, weights: weights)
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

  /// The relation of each article to the canonical one; a repost of any source before it is a
  /// repost.
  private func relations(
    of sources: [ReadArticle], shingles: ShingleTable, weights: WordWeights
  ) -> [Relation] {
    let canonical = sources[0]
    var said = SaidSentences(weights: weights)
    said.add(canonical.sentences)
    var originals: [Int] = []
    return sources.enumerated().map { index, source in
      if originals.contains(where: { shingles.isRepost(index, of: $0) }) { return .repost }
      let relation = RelationRule.relation(
        of: source, to: canonical, said: &said, weights: weights)
      if relation != .repost { originals.append(index) }
      return relation
    }
  }

  /// The coverage of each article: its relation, and what it adds to those before it.
  private func coverage(
    of sources: [ReadArticle], relations: [Relation], figures: [[StatedFigure]],
    weights: WordWeights
  ) -> [Coverage] {
    var said = SaidSentences(weights: weights)
    said.add(sources[0].sentences)
    let rule = AdditionRule(weights: weights, limit: preferences.quotation)
    return sources.indices.map { index in
      let isAdding =
        (relations[index] == .rewrite || relations[index] == .independent)
        && RelationRule.sharesLanguage(sources[index], sources[0])
      let additions =
        isAdding
        ? rule.additions(of: sources[index], figures: figures[index], said: &said) : []
      return entry(
        of: sources[index].article, relation: relations[index], additions: additions)
    }
  }

  private func entry(of article: Article, relation: Relation, additions: [String]) -> Coverage {
    Coverage(
      article: article.id, outlet: article.outlet,
      outletFeedURL: preferences.outlet(of: article).feedURL, title: Self.headline(article.title),
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
