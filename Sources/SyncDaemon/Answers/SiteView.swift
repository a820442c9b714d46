import Feeds
public import FoundationEssentials
public import NewsModel
import Stories

/// A site as its state remembers it, to answer questions from; takes no lock and changes nothing.
public struct SiteView: Sendable {
  private let rules: SiteRules
  private(set) var state: SyncState
  private var archive: StateArchive?
  /// The stories that were read from the archive.
  private var archived: Set<EntryID> = []

  /// Makes a view of a state that is loaded.
  public init(site: Site, settings: Settings, pins: Pins, state: SyncState) {
    self.init(SiteRules(site: site, settings: settings, pins: pins), state)
  }

  /// Makes a view of a state under rules that are made already.
  init(_ rules: SiteRules, _ state: SyncState) {
    self.rules = rules
    self.state = state
  }

  /// Makes a view of a state and of as much of the archive as is needed.
  ///
  /// - Throws: `StateError` if the archive cannot be read.
  public init(
    site: Site, settings: Settings, pins: Pins, state: SyncState, extent: ArchiveExtent,
    documents: any ArchiveDocuments
  ) throws(StateError) {
    self.init(site: site, settings: settings, pins: pins, state: state)
    guard extent != .none, !state.archives.isEmpty else { return }
    var archive = StateArchive(documents)
    if let failure = try archive.open(Array(state.archives.values), isOwner: false).first {
      throw failure.error
    }
    var numbers: Set<Int>?
    if case .named(let names) = extent {
      let resolver = rules.resolver(in: MemoryView(open: state))
      numbers = []
      for name in names {
        let ids = [EntryID(name)] + [state.ledger.id(ofSlug: name)].compactMap { $0 }
        for id in ids {
          numbers?.formUnion(archive.catalogue.documents(of: id))
          if let end = state.ledger.lastSurvivor(of: id) {
            numbers?.formUnion(archive.catalogue.documents(of: end))
          }
        }
        numbers?.formUnion(archive.catalogue.documents(ofSlug: name))
        numbers?.formUnion(resolver.archived(name, in: archive.catalogue))
      }
    }
    self.state = try archive.unfolded(state, documents: numbers)
    archived = Set(self.state.ledger.stories.keys).subtracting(state.ledger.stories.keys)
    self.archive = archive
  }

  private var site: Site { rules.site }
  private var settings: Settings { rules.settings }
  private var pins: Pins { rules.pins }

  /// The stories, the newest `updated` first.
  ///
  /// - Parameter since: Only those updated at this time or later.
  /// - Returns: One listing a story.
  public func stories(since: Date? = nil) -> [StoryListing] {
    state.ledger.stories.values
      .filter { story in since.map { story.updated >= $0 } ?? true }
      .sorted { ($1.updated, $1.id) < ($0.updated, $0.id) }
      .map(titled)
  }

  /// A story with the title that its page has: an archived story keeps the title of its last
  /// change, even if the settings or pins have changed since.
  private func titled(_ story: Story) -> StoryListing {
    var listing = listing(story)
    // A story of one article has only one possible title. A pruned story keeps the title of its
    // page.
    let isChosen =
      story.articles.count > 1
      && story.articles.contains { state.articles[$0]?.current.article.paragraphs.isEmpty == false }
    if archived.contains(story.id), isChosen { listing.title = composition(of: story).entry.title }
    return listing
  }

  /// The story that a person names: by id, retired id, slug, or one of its articles.
  public func story(named name: String) -> Story? {
    let id =
      state.ledger.resolve(EntryID(name))
      ?? state.ledger.id(ofSlug: name).flatMap { state.ledger.resolve($0) }
    if let id { return state.ledger.stories[id] }
    return article(named: name).flatMap { state.ledger.story(of: $0) }
  }

  /// The article that a person names: by id, path or permalink.
  public func article(named name: String) -> ArticleID? {
    rules.resolver(in: MemoryView(open: state)).article(named: name)
  }

  /// A story with its canonical article and its decisions, as `show` prints it.
  public func whole(_ story: Story) -> StoryListing {
    let entry = composition(of: story).entry
    let relations = Dictionary(
      entry.coverage.map { ($0.article, $0.relation) }, uniquingKeysWith: { first, _ in first })
    var listing = listing(story)
    listing.articles = listing.articles.map { member in
      var member = member
      member.relation = relations[member.id]
      return member
    }
    listing.canonical = entry.canonical.map {
      .init(
        article: $0.article, reason: Phrases.english.sentence(entry.canonicalReason),
        clauses: entry.canonicalReason.steps.map(\.clause))
    }
    listing.decisions = entry.decisions
    listing.title = entry.title
    return listing
  }

  /// Explains why two articles are, or are not, one story.
  ///
  /// - Returns: Nil if the text of one of them was dropped (`prune_after`).
  public func explanation(of first: ArticleID, and second: ArticleID) async -> PairExplanation? {
    guard let one = state.articles[first]?.article, let other = state.articles[second]?.article,
      ![first, second].contains(where: { archive?.isPruned($0) == true })
    else { return nil }
    let resolver = rules.resolver(in: MemoryView(open: state))
    let pairs = pins.pairs { resolver.article(named: $0) }
    // Only articles that can lie between the two matter: those of their stories, and those as close
    // in time.
    let members = Set(
      [first, second].flatMap { state.ledger.story(of: $0)?.articles ?? [] } + [first, second])
    var index = StoryIndex(configuration: StoryConfiguration(pins: pairs))
    await index.insert(
      contentsOf: members.sorted().compactMap { state.articles[$0]?.article }, tasks: 2)
    _ = index.regroup()
    let pinned = index.group(of: first)?.contains(second) ?? false
    index.setPins(StoryPins())
    _ = index.regroup()
    let scored = index.group(of: first)?.contains(second) ?? false
    index.setPins(pairs)
    _ = index.regroup()
    let evidence = index.evidence(between: one, and: other)
    let story = state.ledger.story(of: first)?.id
    let together = story != nil && story == state.ledger.story(of: second)?.id
    let pair = ArticlePair(first, second)
    return PairExplanation(
      first: first, second: second, together: together, score: evidence.score,
      threshold: evidence.threshold,
      evidence: Dictionary(
        evidence.terms.map { ($0.name.rawValue, $0.contribution) }, uniquingKeysWith: +),
      values: Dictionary(
        evidence.terms.map { ($0.name.rawValue, $0.value) }, uniquingKeysWith: { one, _ in one }),
      words: evidence.words, notCompared: evidence.notCompared?.rawValue,
      pin: pairs.apart.contains(pair) || (scored && !pinned)
        ? "apart" : pairs.together.contains(pair) || (pinned && !scored) ? "together" : nil,
      path: together ? index.path(from: first, to: second) : nil,
      order: evidence.terms.map(\.name.rawValue))
  }

  /// The status of the site, as far as the state knows it.
  public func status() -> SiteStatus {
    let mint = SingleArticleEntry(settings: settings, firstNames: state.firstNames)
    var articles: [EntryID: Article] = [:]
    if FeedDefinition.all(settings).contains(where: { !$0.isMerged }) {
      for record in state.articles.values { articles[mint.id(of: record.id)] = record.article }
    }
    return status { articles[$0] }
  }

  /// The same, for a caller that knows the articles behind the entries of feeds that are not
  /// merged.
  func status(articleOf: (EntryID) -> Article?) -> SiteStatus {
    let mint = SingleArticleEntry(settings: settings, firstNames: state.firstNames)
    var status = SiteStatus(site: site.root)
    for record in state.archives.values {
      status.archive.documents += 1
      status.archive.articles += record.articles
      status.archive.stories += record.stories
      if record.isPruned == true { status.archive.pruned += record.articles }
      status.archive.until = max(status.archive.until ?? record.to, record.to)
    }
    status.files = state.files.count + state.archives.values.reduce(0) { $0 + $1.files }
    status.articles = state.articles.count + status.archive.articles
    status.stories = state.ledger.stories.count + status.archive.stories
    status.retired = state.ledger.retired.count
    status.feeds = state.feeds.values.sorted { $0.name < $1.name }.map { feed in
      .init(
        name: feed.name, entries: feed.entries.count, archives: feed.archiveCount,
        updated: feed.entries.first.flatMap { id in
          state.ledger.stories[id]?.updated ?? articleOf(id).map(mint.updated)
        })
    }
    status.publication = state.lastPublication?.number
    status.lastPublication = state.lastPublication?.date
    status.pendingPublications = state.pending.count
    status.setAside = state.setAside
    status.leftOut = state.leftOut
    status.missing = state.missingFiles
    return status
  }

  private func composition(of story: Story) -> Composition {
    rules.composition(of: story, in: MemoryView(open: state))
  }

  private func listing(_ story: Story) -> StoryListing {
    let members = story.articles.map { id in
      let version = state.articles[id]?.current
      return StoryListing.Member(
        id: id, path: version?.place ?? "", source: version?.article.outlet ?? "",
        title: version?.article.title ?? "", url: version?.article.url,
        published: version?.article.published ?? story.published)
    }
    return StoryListing(
      id: story.id, slug: story.slug, title: story.title,
      url: "\(settings.baseURL)stories/\(story.slug)/", published: story.published,
      updated: story.updated,
      articles: members.sorted { ($0.published, $0.id) < ($1.published, $1.id) })
  }
}
