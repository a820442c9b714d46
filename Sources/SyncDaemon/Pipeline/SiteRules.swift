import FoundationEssentials
import NewsModel
import Stories

/// The rules of a site: its settings and pins, and everything that follows from them alone. They
/// are made again when settings or pins change.
struct SiteRules: Sendable {
  let site: Site
  let settings: Settings
  let pins: Pins
  /// The feeds of the site, the main one first.
  let feeds: [FeedDefinition]
  /// The preferences that entries are composed by.
  let preferences: CompositionPreferences
  /// A digest of everything but the articles that documents depend on.
  let rendering: String
  /// A digest of the merge model.
  let merging: String
  /// The window of each feed.
  let window: FeedWindow

  init(site: Site, settings: Settings, pins: Pins) {
    self.site = site
    self.settings = settings
    self.pins = pins
    feeds = FeedDefinition.all(settings)
    preferences = settings.compositionPreferences
    rendering = SiteRenderer.fingerprint(of: settings, pins: pins)
    merging = StoryConfiguration().modelDigest
    window = FeedWindow(size: settings.window)
  }

  /// The number of seconds up to which articles are compared.
  static let reach = Double(StoryConfiguration().windowDays) * 86_400

  /// Whether some feed shows the entries of single articles.
  var hasArticleFeeds: Bool { feeds.contains { !$0.isMerged } }

  /// Makes the finder of articles by name.
  func resolver(in view: MemoryView) -> ArticleResolver {
    ArticleResolver(roots: site.articleRoots(settings), view: view)
  }

  /// Makes the maker of entries of single articles.
  func articleEntries(in view: MemoryView) -> SingleArticleEntry {
    SingleArticleEntry(settings: settings, firstNames: view.open.firstNames)
  }

  /// Makes the renderer of documents.
  ///
  /// - Parameter newest: The newest `updated` of all stories, from which the age of a window
  ///   counts.
  /// - Returns: The renderer.
  func renderer(newest: Date?) -> SiteRenderer {
    SiteRenderer(settings: settings, cutoff: closingDate(newest: newest))
  }

  /// The instant before which a story is closed; nil while there is no story.
  func closingDate(newest: Date?) -> Date? { newest.map { window.cutoff(newest: $0) } }

  /// Composes a story as it is remembered.
  func composition(of story: Story, in view: MemoryView) -> Composition {
    let task = task(of: story, in: view, resolver(in: view))
    return EntryComposer(preferences: preferences)
      .composition(of: story, articles: task.articles, pins: task.pins)
  }

  private func task(
    of story: Story, in view: MemoryView, _ resolver: ArticleResolver
  ) -> (story: Story, articles: [Article], pins: EntryPins) {
    (
      story, story.articles.compactMap { view.article($0)?.article },
      pins.entryPins(of: story.articles) { resolver.article(named: $0) }
    )
  }

  /// Composes stories as they are remembered, side by side.
  ///
  /// - Parameters:
  ///   - stories: The stories.
  ///   - view: The memory.
  ///   - onEach: Called each time another one is done.
  /// - Returns: The compositions in the order of the stories.
  func compositions(
    of stories: [Story], in view: MemoryView, onEach: () -> Void = {}
  ) async -> [Composition] {
    let resolver = resolver(in: view)
    let composer = EntryComposer(preferences: preferences)
    let tasks = stories.map { task(of: $0, in: view, resolver) }
    return await tasks.concurrentMap(onEach: onEach) { task in
      composer.composition(of: task.story, articles: task.articles, pins: task.pins)
    }
  }
}

extension Settings {
  /// The preferences by which the settings have entries composed.
  var compositionPreferences: CompositionPreferences {
    var outlets: [String: OutletPreference] = [:]
    for source in sources {
      outlets[source.name] = OutletPreference(
        rank: source.rank, textExtent: source.text, feedURL: source.feed)
    }
    return CompositionPreferences(
      baseURL: baseURL, language: language, outlets: outlets,
      quotation: QuotationLimit(sentences: quotedSentences, characters: quotedCharacters))
  }
}
