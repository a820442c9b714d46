import FoundationEssentials
public import NewsModel
public import Stories

/// Everything that newsfold remembers, as one value; what `StateRecord` lines add up to.
public struct SyncState: Hashable, Sendable {
  /// The files that were read or set aside, by path.
  public private(set) var files: [FilePath: FileRecord] = [:]
  /// The articles, by id.
  public private(set) var articles: [ArticleID: ArticleRecord] = [:]
  /// The dates that articles were given, by article.
  public private(set) var placed: [ArticleID: PlacedDate] = [:]
  /// The stories and what became of those that are no more.
  public private(set) var ledger = StoryLedger()
  /// The feeds, by name.
  public private(set) var feeds: [String: FeedRecord] = [:]
  /// The last publication that was decided; nil before the first.
  public private(set) var lastPublication: PublicationRecord?
  /// The publications that were decided but are not known to be visible, oldest first.
  public private(set) var pending: [PublicationRecord] = []

  /// The publication that is known to be visible; nil if none is, or if a version that did not say
  /// so made it.
  public private(set) var visible: VisiblePublication?
  /// What the last look at everything found out about the articles directories.
  public private(set) var survey = SurveyRecord()
  /// The files that are kept although they are not there, and why.
  public private(set) var missing: [FilePath: MissingFile.Cause] = [:]

  /// The archive documents, by number.
  public private(set) var archives: [Int: ArchiveRecord] = [:]

  /// The articles that have another id than they had, by the former one.
  public private(set) var renamed: [ArticleID: RenamedArticle] = [:]
  /// The id that an article had when the entry that it has by itself was named, by the one that it
  /// has now.
  private(set) var firstNames: [ArticleID: ArticleID] = [:]
  /// The ids that were given up for an id, by that.
  private var formerNames: [ArticleID: Set<ArticleID>] = [:]

  private var problems: [FilePath: [String]] = [:]
  /// The slugs of archived stories that retired ids lead to.
  private var archivedSlugs: [EntryID: String] = [:]

  /// The files that could not be read, or not in every part, by path.
  public var setAside: [SetAsideFile] {
    problems.keys.sorted().map { path in
      SetAsideFile(path: path.text, reason: (problems[path] ?? []).joined(separator: " "))
    }
  }

  /// The files that are kept although they are not there.
  public var missingFiles: [MissingFile] {
    missing.keys.sorted().compactMap { path in
      missing[path].map { MissingFile(path: path, cause: $0) }
    }
  }

  /// The entries that no document of a feed can hold, feed by feed.
  public var leftOut: [LeftOutEntry] {
    feeds.values.sorted { $0.name < $1.name }.flatMap { $0.leftOut ?? [] }
  }

  /// The articles of which a window has, or had, a version.
  ///
  /// - Parameters:
  ///   - path: The path of the window's file.
  ///   - keys: Only those with one of these ids of the feed; nil takes all.
  /// - Returns: Their ids in order.
  /// - Complexity: O(*n*) in the articles, for the rare cases that a feed withdraws something or is
  ///   gone.
  func articles(leftBy path: FilePath, keys: Set<String>? = nil) -> [ArticleID] {
    articles.values.filter { record in
      record.versions.contains { version in
        version.path == path && keys.map { keys in version.key.map(keys.contains) ?? false } ?? true
      }
    }.map(\.id).sorted()
  }

  /// Makes the state of a site that has seen nothing.
  public init() {}

  /// Takes one record.
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
      // Back to an id of before: the way there ends where it began.
      var name = article.to
      while let next = renamed[name]?.to {
        if next == article.from { renamed[name] = nil }
        name = next
      }
      formerNames[article.to, default: []].insert(article.from)
      if let first = article.first { firstNames[article.to] = first == article.to ? nil : first }
    }
  }

  /// The renames by which some articles came to the ids that they have, in order of the former
  /// ones.
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

  /// The id that an article has now, by that or a former one.
  func currentName(of article: ArticleID) -> ArticleID {
    var name = article
    while let next = renamed[name]?.to { name = next }
    return name
  }

  /// The slug of the story that a retired id leads to, also of an archived one; nil if it was
  /// withdrawn.
  public func survivorSlug(of id: EntryID) -> String? {
    ledger.lastSurvivor(of: id).flatMap { ledger.stories[$0]?.slug ?? archivedSlugs[$0] }
  }

  /// Whether a retired id leads to a story that is archived now.
  func leadsToArchive(_ id: EntryID) -> Bool {
    ledger.lastSurvivor(of: id).map { archivedSlugs[$0] != nil } ?? false
  }

  /// Hands out the ledger, so that it can be changed in place while the rest is read; `return` it
  /// afterwards.
  mutating func takeLedger() -> StoryLedger {
    let taken = ledger
    ledger = StoryLedger()
    return taken
  }

  /// Takes the ledger back.
  mutating func put(_ ledger: StoryLedger) {
    self.ledger = ledger
  }

  /// Stores what was decided about a story after a change.
  mutating func revise(_ id: EntryID, title: String, updated: Date, substance: String) {
    ledger.revise(id, title: title, updated: updated, substance: substance)
  }

  /// The records that add up to this state, in an order that only depends on it.
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
