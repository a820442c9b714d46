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
    let resolver = resolver(in: view)
    return EntryComposer(preferences: preferences).composition(
      of: story, articles: story.articles.compactMap { view.article($0)?.article },
      pins: pins.entryPins(of: story.articles) { resolver.article(named: $0) })
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
