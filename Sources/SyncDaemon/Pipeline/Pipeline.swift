public import Feeds
public import FoundationEssentials
public import Logging
import NewsModel
import Stories

/// One site's pipeline: scan, read, skip, fold, remember, compose, render, publish (DESIGN.md, "on one page").
///
/// A value with one owner, which runs one pass after the other. What it remembers is durable before anything of it
/// is published; a pass that was cut short is finished by the next one.
public struct Pipeline {
  let site: Site
  let files: any DurableFiles
  let targets: [any PublishTarget]
  let now: @Sendable () -> Date
  let log: Logger
  /// Whether a pass is to be given up where nothing is lost by it: the service has a second to leave.
  public var isStopping: @Sendable () -> Bool = { false }
  /// Told which files a request that waits for them to settle has left out.
  public var onUnsettled: @Sendable ([String]) -> Void = { _ in }
  /// Told the stage of a pass whenever it has got on: at each file, story and document, not by a timer.
  public var onProgress: @Sendable (PassStage) -> Void = { _ in }
  /// The settings of the next pass.
  public internal(set) var settings: Settings
  var pins: Pins
  var store: any StateStore
  /// What is remembered, and what is about to be.
  public internal(set) var state = SyncState()
  var index = StoryIndex()
  /// The pins of pairs that the index has.
  var pinnedPairs = StoryPins()
  /// Whether the index has not yet been compared with the stories.
  var isFirstPass = true
  var clock = UpdatedClock()
  /// The newest `updated` of all stories, from which the age of a window counts.
  var newest: Date?
  /// Entries of stories that feeds show.
  var entries: [EntryID: Entry] = [:]
  /// Whether the files that pages share are as this pipeline published them; a look at everything does so again.
  var hasSharedFiles = false
  /// What the page about the feeds says of the site, as this pipeline published it last.
  var aboutSite: Feeds.Site?
  /// The rendered entries of each feed, by its name and that of the format.
  var fragments: [String: [String: FragmentCache]] = [:]
  /// The entries that passed the checks in the last version of each feed document, by its path.
  var passed: [String: CheckedEntries] = [:]
  /// The articles behind the entries of feeds that are not merged; empty until such a feed needs it.
  var articleOfEntry: [EntryID: ArticleID] = [:]
  /// The articles that were published before state was lost; empty after the first pass.
  var recovered: Set<ArticleID> = []
  /// Records that are in `state` but could not be stored yet.
  var unsaved: [StateRecord] = []
  /// What is too old to change, on disk.
  var archive: StateArchive
  /// Articles that were taken out of the archive and are not in the index yet.
  var awake: [ArticleID] = []
  private var notes: [String] = []
  private var loaded: SyncState?

  /// Makes a pipeline; `open` comes next.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - settings: Its settings.
  ///   - pins: The person's word.
  ///   - store: Where it remembers.
  ///   - loaded: What that store has loaded, if it has.
  ///   - files: The file operations for reading articles and what was published.
  ///   - targets: Where it publishes, in order.
  ///   - now: The clock.
  ///   - log: Where it says what it does.
  public init(
    site: Site, settings: Settings, pins: Pins = Pins(), store: any StateStore,
    loaded: SyncState? = nil, files: any DurableFiles, targets: [any PublishTarget],
    now: @escaping @Sendable () -> Date, log: Logger
  ) {
    self.site = site
    self.settings = settings
    self.pins = pins
    self.store = store
    archive = StateArchive(stateDirectory: site.stateDirectory, files: files)
    self.loaded = loaded
    self.files = files
    self.targets = targets
    self.now = now
    self.log = log
  }

  /// Loads what is remembered, or recovers the ids from what was published if nothing is.
  ///
  /// - Parameters:
  ///   - rebuilds: Whether damaged state is set aside and built anew, instead of refused.
  ///   - mayWrite: Whether what a crash left behind may be tidied up; not where nothing is to be changed.
  /// - Throws: `StateError`, `FileError`.
  public mutating func open(rebuilds: Bool = false, mayWrite: Bool = true) async throws {
    do throws(StateError) {
      if let loaded {
        state = loaded
      } else {
        state = try store.load()
      }
      loaded = nil
    } catch {
      guard rebuilds else { throw error }
      switch error {
      case .damaged, .newer:
        try store.setAside()
        state = SyncState()
        notes.append("\(error)")
        log.warning("state is set aside and rebuilt", metadata: ["cause": "\(error)"])
      case .file: throw error
      }
    }
    try openArchive(rebuilds: rebuilds, mayWrite: mayWrite)
    if state.lastPublication == nil, state.ledger.stories.isEmpty {
      try recover(mayWrite: mayWrite)
    }
    clock = UpdatedClock(state.ledger.stories.values.map { ($0.id, $0.updated) })
    newest = state.ledger.stories.values.map(\.updated).max()
    var index = StoryIndex()
    try await insert(state.articles.values.sorted { $0.id < $1.id }.map(\.article), into: &index)
    _ = index.regroup()
    self.index = index
  }

  private mutating func recover(mayWrite: Bool) throws {
    let recovery = PublishedRecovery(publicDirectory: site.publicDirectory, files: files)
    var recovered = try recovery.recover(feedNames: [""] + settings.feeds.map(\.name))
    try prune(&recovered, mayWrite: mayWrite)
    for record in recovered.records { state.apply(record) }
    unsaved += recovered.records
    notes += recovered.problems
    self.recovered = Set(state.ledger.articles)
    if !state.ledger.stories.isEmpty {
      log.notice(
        "ids recovered from what was published",
        metadata: ["stories": "\(state.ledger.stories.count)"])
    }
  }

  /// Takes up other settings; the next pass renders everything that depends on them.
  public mutating func take(_ settings: Settings, pins: Pins) {
    if settings == self.settings, pins == self.pins { return }
    self.settings = settings
    self.pins = pins
    // What entries say may depend on both.
    entries = [:]
    articleOfEntry = [:]
  }

  /// Ends a pass between two steps if the service is to leave.
  func stopIfAsked() throws(PassInterrupted) {
    if isStopping() { throw PassInterrupted() }
  }

  /// Whether something is decided that is not stored or not visible yet.
  var isUnfinished: Bool { !unsaved.isEmpty || !state.pending.isEmpty || isFirstPass }

  /// What is remembered, as `status` gives it.
  var statusView: SiteStatus {
    SiteView(site: site, settings: settings, pins: pins, state: state)
      .status { id in articleOfEntry[id].flatMap { state.articles[$0]?.article } }
  }

  /// What a person should know once.
  mutating func takeNotes() -> [String] {
    defer { notes = [] }
    return notes
  }

  /// Keeps something for the report of the pass, or of the next one.
  mutating func note(_ text: String) { notes.append(text) }

  /// Stores what is not stored yet.
  mutating func save() throws {
    guard !unsaved.isEmpty else { return }
    try store.append(unsaved)
    unsaved = []
    try archive.removeDiscarded()
  }
}
