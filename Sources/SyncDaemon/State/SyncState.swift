import FoundationEssentials
public import NewsModel
public import Stories

/// Everything that newsfold remembers, as one value: the sum of the `StateRecord` lines.
public struct SyncState: Hashable, Sendable {
  /// The files that were read or set aside, by path.
  public private(set) var files: [FilePath: FileRecord] = [:]
  /// The articles, by id.
  public private(set) var articles: [ArticleID: ArticleRecord] = [:]
  /// The dates that articles were given, by article.
  public private(set) var placed: [ArticleID: PlacedDate] = [:]
  /// The stories, published and retired.
  public private(set) var ledger = StoryLedger()
  /// The feeds, by name.
  public private(set) var feeds: [String: FeedRecord] = [:]
  /// The last publication that was decided; nil before the first.
  public private(set) var lastPublication: PublicationRecord?
  /// The publications that were decided but are not known to be visible, oldest first.
  public private(set) var pending: [PublicationRecord] = []

  /// The publication that is known to be visible; nil if there is none, or if the version that made
  /// it did not record it.
  public private(set) var visible: VisiblePublication?
  /// The findings of the last look at all articles directories.
  public private(set) var survey = SurveyRecord()
  /// The files that are kept although they are not there, and why.
  public private(set) var missing: [FilePath: MissingFile.Cause] = [:]

  /// The archive documents, by number.
  public private(set) var archives: [Int: ArchiveRecord] = [:]

  /// The articles whose id has changed, by the former one.
  public private(set) var renamed: [ArticleID: RenamedArticle] = [:]
  /// The id that an article had when its own entry got its id, by the present one.
  private(set) var firstNames: [ArticleID: ArticleID] = [:]
  /// The former ids of articles, by the present one.
  private var formerNames: [ArticleID: Set<ArticleID>] = [:]

  private var problems: [FilePath: [String]] = [:]
  /// The slugs of archived stories to which retired ids redirect.
  private var archivedSlugs: [EntryID: String] = [:]

  /// The files that could not be read, wholly or in part, by path.
  public var setAside: [SetAsideFile] {
    problems.keys.sorted().map { path in
      SetAsideFile(path: path.text, reason: (problems[path] ?? []).joined(separator: " "))
    }
  }

  /// The files that are kept although they are missing.
  public var missingFiles: [MissingFile] {
    missing.keys.sorted().compactMap { path in
      missing[path].map { MissingFile(path: path, cause: $0) }
    }
  }

  /// The entries that no document of a feed can hold, feed by feed.
  public var leftOut: [LeftOutEntry] {
    feeds.values.sorted { $0.name < $1.name }.flatMap { $0.leftOut ?? [] }
  }

  /// The articles that a feed's file holds or once held.
  ///
  /// - Parameters:
  ///   - path: The path of the feed's file.
  ///   - keys: Only those with one of these ids of the feed; nil takes all.
  /// - Returns: Their ids in order.
  /// - Complexity: O(*n*) in the articles, needed only when a feed withdraws something or is gone.
  func articles(leftBy path: FilePath, keys: Set<String>? = nil) -> [ArticleID] {
    articles.values.filter { record in
      record.versions.contains { version in
        version.path == path && keys.map { keys in version.key.map(keys.contains) ?? false } ?? true
      }
    }.map(\.id).sorted()
  }

  /// Makes the state of a site that has seen nothing.
  public init() {}

  /// Applies one record.
  public mutating func apply(_ record: StateRecord) {
    switch record {
    case .file(let file):
      files[file.path] = file
      problems[file.path] = file.problems.isEmpty ? nil : file.problems
      missing[file.path] = file.missing
    case .survey(let record): survey = record
    case .fileGone(let path):
      files[path] = nil
      problems[path] = nil
      missing[path] = nil
    case .article(let article): articles[article.id] = article
    case .articleGone(let id): articles[id] = nil
    case .placed(let date): placed[date.article] = date
    case .story(let story): ledger.restore(story)
    case .retired(let story): ledger.restore(story)
    case .feed(let feed): feeds[feed.name] = feed
    case .publication(let publication):
      lastPublication = publication
      pending.append(publication)
    case .published(let number): pending.removeAll { $0.number <= number }
    case .storyArchived(let id): ledger.release(id)
    case .archive(let record):
      archives[record.number] = record
      for survivor in record.survivors ?? [] { archivedSlugs[survivor.id] = survivor.slug }
    case .archiveGone(let number):
      let record = archives.removeValue(forKey: number)
      for survivor in record?.survivors ?? [] { archivedSlugs[survivor.id] = nil }
    case .visible(let publication):
      visible = publication
      pending.removeAll { $0.number <= publication.number }
    case .renamed(let article):
      renamed[article.from] = article
      // Back to an earlier id: following the renames must end there and not go in circles.
      var name = article.to
      while let next = renamed[name]?.to {
        if next == article.from { renamed[name] = nil }
        name = next
      }
      formerNames[article.to, default: []].insert(article.from)
      if let first = article.first { firstNames[article.to] = first == article.to ? nil : first }
    }
  }

  /// The renames that led to the present ids of some articles, ordered by the former ids.
  func renames(to articles: [ArticleID]) -> [RenamedArticle] {
    var found: [RenamedArticle] = []
    var open = articles
    while let name = open.popLast() {
      for former in formerNames[name] ?? [] {
        guard let rename = renamed[former], rename.to == name else { continue }
        found.append(rename)
        open.append(former)
      }
    }
    return found.sorted { $0.from < $1.from }
  }

  /// The present id of an article, found by that id or a former one.
  func currentName(of article: ArticleID) -> ArticleID {
    var name = article
    while let next = renamed[name]?.to { name = next }
    return name
  }

  /// The slug of the story that a retired id redirects to, published or archived; nil if it was
  /// withdrawn.
  public func survivorSlug(of id: EntryID) -> String? {
    ledger.lastSurvivor(of: id).flatMap { ledger.stories[$0]?.slug ?? archivedSlugs[$0] }
  }

  /// Whether a retired id redirects to an archived story.
  func leadsToArchive(_ id: EntryID) -> Bool {
    ledger.lastSurvivor(of: id).map { archivedSlugs[$0] != nil } ?? false
  }

  /// Takes the ledger out, so that it can be changed in place while the rest is read; `put` it back
  /// afterwards.
  mutating func takeLedger() -> StoryLedger {
    let taken = ledger
    ledger = StoryLedger()
    return taken
  }

  /// Puts the ledger back.
  mutating func put(_ ledger: StoryLedger) {
    self.ledger = ledger
  }

  /// Stores the title, date and substance of a story after a change.
  mutating func revise(_ id: EntryID, title: String, updated: Date, substance: String) {
    ledger.revise(id, title: title, updated: updated, substance: substance)
  }

  /// The records that add up to this state. Their order depends on nothing but the state.
  public func records() -> [StateRecord] {
    var records: [StateRecord] = []
    records += files.values.sorted { $0.path < $1.path }.map { .file($0) }
    if survey != SurveyRecord() { records.append(.survey(survey)) }
    records += articles.values.sorted { $0.id < $1.id }.map { .article($0) }
    records += placed.values.sorted { $0.article < $1.article }.map { .placed($0) }
    records += renamed.values.sorted { $0.from < $1.from }.map { .renamed($0) }
    records += ledger.retired.values.sorted { $0.id < $1.id }.map { .retired($0) }
    records += ledger.stories.values.sorted { $0.id < $1.id }.map { .story($0) }
    records += archives.values.sorted { $0.number < $1.number }.map { .archive($0) }
    records += feeds.values.sorted { $0.name < $1.name }.map { .feed($0) }
    if let lastPublication {
      let open = pending.isEmpty ? [lastPublication] : pending
      records += open.map { .publication($0) }
      if let visible { records.append(.visible(visible)) }
      if pending.isEmpty { records.append(.published(lastPublication.number)) }
    }
    return records
  }
}
