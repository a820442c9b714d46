import Feeds
import FoundationEssentials
import Logging
import NewsModel
import Stories

extension Pipeline {
  /// How many seconds apart articles are still compared.
  static let reach = Double(StoryConfiguration().windowDays) * 86_400

  /// Takes the archive documents of the open state up.
  ///
  /// - Parameters:
  ///   - rebuilds: Whether damaged ones are set aside, and their ids recovered from what was published.
  ///   - mayWrite: Whether indices are made anew, and what nothing names is removed.
  /// - Throws: `StateError` if a document is missing or damaged and not to be rebuilt.
  mutating func openArchive(rebuilds: Bool, mayWrite: Bool) throws {
    for failure in try archive.open(Array(state.archives.values), isOwner: mayWrite) {
      guard rebuilds else { throw failure.error }
      try repair(failure.record, because: failure.error)
    }
  }

  /// Takes documents of the archive back into the open state.
  ///
  /// A damaged one stops nothing else: it is said, and `resync --full` repairs it.
  mutating func wake(_ numbers: Set<Int>, repairs: Bool) throws {
    guard !numbers.isEmpty else { return }
    for number in numbers.sorted() {
      guard let record = archive.records[number] else { continue }
      onProgress(.read)
      try stopIfAsked()
      do throws(StateError) {
        let woken = try archive.wake(record, into: &state)
        unsaved += woken.records
        awake += woken.articles
      } catch {
        if repairs {
          try repair(record, because: error)
        } else {
          noteUnread(error, stage: "read")
        }
      }
    }
    articleOfEntry = [:]
  }

  /// Takes those documents back into the open state that hold an article which one of some others is compared with for good.
  ///
  /// The others near in time stay closed, one in memory after the other: nothing in them has a score that is kept, so grouping
  /// all together would change nothing about them.
  ///
  /// - Parameter changed: Articles that were read in this pass.
  /// - Throws: `PassInterrupted`; `StateError` if the disk refuses.
  mutating func wakeRelated(to changed: Set<ArticleID>) async throws {
    var late: [Int: [PreparedArticle]] = [:]
    let preparer = ArticlePreparer()
    for id in changed.sorted() {
      guard let article = state.articles[id]?.article else { continue }
      let numbers = archive.documents(near: article, reach: Self.reach)
      guard !numbers.isEmpty else { continue }
      let prepared = preparer.prepare(article)
      for number in numbers { late[number, default: []].append(prepared) }
    }
    for (number, articles) in late.sorted(by: { $0.key < $1.key }) {
      onProgress(.read)
      try stopIfAsked()
      guard let record = archive.records[number],
        let contents = readArchive(record, stage: "read")
      else { continue }
      let archived = contents.compactMap { item in
        if case .article(let article) = item { article.article } else { nil }
      }
      var related = RelatedArticles(articles)
      let prepared = await ArticlePreparer.prepare(archived, tasks: 2)
      if prepared.contains(where: { related.isOne(relatedTo: $0) }) {
        try wake([number], repairs: false)
      }
    }
  }

  /// Sets a damaged document aside; its articles are read again, and its stories known by what was published.
  private mutating func repair(_ record: ArchiveRecord, because error: StateError) throws {
    switch error {
    case .damaged, .newer: break
    case .file: throw error
    }
    try archive.setAside(record.number)
    var records: [StateRecord] = [.archiveGone(record.number)]
    let recovery = PublishedRecovery(publicDirectory: site.publicDirectory, files: files)
    for recovered in try recovery.recover(feedNames: []).records {
      switch recovered {
      case .story(let story)
      where !state.ledger.isTaken(story.id) && !archive.isTaken(story.id, story.slug):
        records.append(recovered)
      case .placed(let placed) where state.placed[placed.article] == nil:
        records.append(recovered)
      default: break
      }
    }
    remember(records)
    note("\(error)")
    log.warning("archive document is set aside and rebuilt", metadata: ["cause": "\(error)"])
  }

  /// Puts recovered stories that are old enough to be pruned where they were: their files may be gone for long, and are not
  /// to be taken for withdrawn.
  mutating func prune(_ recovered: inout PublishedRecovery.Recovered, mayWrite: Bool) throws {
    var stories: [EntryID: Story] = [:]
    for case .story(let story) in recovered.records { stories[story.id] = story }
    guard let age = settings.pruneAfter, let newest = stories.values.map(\.updated).max() else {
      return
    }
    let boundary = boundary(newest, age)
    let shown = Set(
      recovered.records.flatMap { record -> [EntryID] in
        if case .feed(let feed) = record { feed.entries } else { [] }
      })
    let old = stories.values.filter { story in
      !shown.contains(story.id) && story.updated < boundary
        && (recovered.members[story.id] ?? []).allSatisfy { $0.published < boundary }
    }.sorted { ($0.updated, $0.id) < ($1.updated, $1.id) }
    guard !old.isEmpty else { return }
    recovered.records.removeAll { record in
      if case .story(let story) = record { old.contains { $0.id == story.id } } else { false }
    }
    // A look that changes nothing says nothing of them either.
    guard mayWrite else { return }
    var records: [StateRecord] = []
    for story in old {
      for member in recovered.members[story.id] ?? [] {
        records.append(
          .article(
            ArticleRecord(
              id: member.id,
              versions: [
                .init(
                  path: "",
                  article: Article(
                    id: member.id, outlet: member.outlet, url: member.url, title: member.title,
                    paragraphs: [], published: member.published))
              ])))
      }
      records.append(.story(story))
    }
    let survivors = survivors(old, in: recovered.records)
    recovered.records.append(
      .archive(try archive.write(records, survivors: survivors, isPruned: true)))
  }

  private func survivors(
    _ stories: [Story], in records: [StateRecord]
  ) -> [ArchiveRecord.Survivor] {
    let named = Set(
      records.compactMap { record -> EntryID? in
        if case .retired(let retired) = record { retired.survivor } else { nil }
      })
    return stories.filter { named.contains($0.id) }.map { .init(id: $0.id, slug: $0.slug) }
  }

  /// What must be open for a pass: what has changed or gone, what pins name, or all where nothing is published.
  ///
  /// - Parameters:
  ///   - survey: What was found.
  ///   - isAll: Whether all must be open; then damaged documents are repaired, too.
  /// - Throws: `PassInterrupted`; `StateError` if the disk refuses.
  /// - Returns: The paths of files that are gone.
  mutating func wake(for survey: ArticleSurvey.Survey, isAll: Bool) throws -> [String] {
    guard !archive.records.isEmpty else { return [] }
    var numbers = survey.archived
    // A feed that is new, or takes others than before, may take what is archived.
    let choosesAnew = FeedDefinition.all(settings).contains { definition in
      guard let known = state.feeds[definition.name] else { return true }
      return known.selection != nil && known.selection != definition.selection
    }
    if isAll || choosesAnew {
      numbers.formUnion(archive.records.keys)
    } else {
      let resolver = ArticleResolver(site: site, settings: settings, state: state)
      for name in pins.names where resolver.article(named: name) == nil {
        numbers.formUnion(resolver.archived(name, in: archive.catalogue))
      }
    }
    numbers = numbers.filter { archive.records[$0]?.isPruned != true }
    let before = Set(awake)
    try wake(numbers, repairs: isAll)
    var gone: Set<String> = []
    for id in awake where !before.contains(id) {
      for version in state.articles[id]?.versions ?? [] where survey.isMissing(version.path) {
        gone.insert(version.path)
      }
    }
    return gone.sorted()
  }

  /// Renders the pages of archived stories anew, for other settings, one document after the other: the archive stays closed,
  /// and no more than one document of it is in memory.
  ///
  /// - Throws: What a publish target throws.
  /// - Returns: Where the retired ids of its stories lead now.
  mutating func republishArchive(
    _ documents: inout [FeedDocument], _ renderer: SiteRenderer, _ report: inout SyncReport
  ) async throws -> [PageRedirect] {
    var redirects: [PageRedirect] = []
    for record in archive.records.values.sorted(by: { $0.number < $1.number })
    where record.isPruned != true {
      guard let records = readArchive(record, stage: "render") else { continue }
      for item in records { state.apply(item) }
      // Also when something fails: the archive is closed again.
      defer { for item in Retention.removals(of: records) { state.apply(item) } }
      for case .story(let story) in records {
        onProgress(.render)
        if documents.count >= Self.batch { try await put(&documents, renderer, &report) }
        guard let entry = entry(of: story.id) else { continue }
        documents += renderer.story(story, entry: entry, state: state)
        for alias in state.ledger.aliases(of: story.id) {
          guard let retired = state.ledger.retired[alias] else { continue }
          documents += renderer.retired(retired, survivor: story, state: state)
          redirects.append(
            PageRedirect(
              path: renderer.pagePath(slug: retired.slug), url: renderer.link(slug: story.slug)))
        }
      }
      if !documents.isEmpty { try await put(&documents, renderer, &report) }
    }
    return redirects
  }

  /// Moves what is older than the settings say into the archive, and drops the texts of what is older still.
  ///
  /// Only after a look at everything whose outcome is visible: what is moved is what the files say.
  mutating func retain(_ report: inout SyncReport) throws {
    guard unsaved.isEmpty, state.pending.isEmpty, let newest else { return }
    do {
      try move(&report, newest: newest)
    } catch let error as StateError where unsaved.isEmpty {
      // Nothing was moved that is not remembered: it is tried again after the next look at everything.
      note("\(error)")
      log.error("nothing is archived", metadata: ["stage": "remember", "cause": "\(error)"])
    }
  }

  private mutating func move(_ report: inout SyncReport, newest: Date) throws {
    // State of an older version is written anew before it holds what that version did not know.
    try store.compact(state, released: 0)
    var archivedByteCount = 0
    if let age = settings.archiveAfter {
      let retention = retention(boundary: boundary(newest, age))
      for articles in retention.documents() {
        onProgress(.remember)
        try stopIfAsked()
        archivedByteCount += try archive(articles, retention)
        report.articlesArchived += articles.count
      }
    }
    if let age = settings.pruneAfter {
      let boundary = boundary(newest, age)
      for record in archive.records.values.sorted(by: { $0.number < $1.number })
      where record.to < boundary && record.isPruned != true {
        onProgress(.remember)
        try stopIfAsked()
        try prune(record)
        report.articlesPruned += record.articles
      }
    }
    try save()
    if report.articlesArchived + report.articlesPruned > 0 {
      log.info(
        "archived",
        metadata: [
          "stage": "remember", "articles": "\(report.articlesArchived)",
          "pruned": "\(report.articlesPruned)", "documents": "\(archive.records.count)",
        ])
    }
    try store.compact(state, released: archivedByteCount)
  }

  /// From the start of the newest entry's day, so that there is something to move once a day.
  private func boundary(_ newest: Date, _ age: Duration) -> Date {
    FeedWindow(size: FeedWindowSize(entries: 1, age: age)).cutoff(newest: newest)
  }

  private func retention(boundary: Date) -> Retention {
    let resolver = ArticleResolver(site: site, settings: settings, state: state)
    var shown: Set<EntryID> = []
    for feed in state.feeds.values {
      shown.formUnion(feed.entries)
      shown.formUnion(feed.unannounced ?? [])
    }
    let mint = SingleArticleEntry(settings: settings)
    let hasOwnEntries = FeedDefinition.all(settings).contains { !$0.isMerged }
    return Retention(
      state: state, components: index.components(), boundary: boundary,
      kept: Set(pins.names.compactMap { resolver.article(named: $0) }), shown: shown,
      ownEntry: { hasOwnEntries ? mint.id(of: $0) : nil })
  }

  /// Moves some articles into a document.
  ///
  /// - Returns: Its size in bytes.
  private mutating func archive(_ articles: [ArticleID], _ retention: Retention) throws -> Int {
    let (records, survivors) = retention.contents(of: articles)
    let record = try archive.write(
      records, survivors: survivors, merging: StoryConfiguration().modelDigest)
    let changes = [.archive(record)] + Retention.removals(of: records)
    remember(changes)
    // Held by nobody else while it changes, so that no copy is made of it.
    var index = self.index
    self.index = StoryIndex()
    for id in articles { index.remove(id) }
    _ = index.regroup()
    self.index = index
    for case .story(let story) in records {
      entries[story.id] = nil
      clock.forget(story.id, updated: story.updated)
    }
    articleOfEntry = [:]
    try save()
    return record.byteCount
  }

  private mutating func prune(_ record: ArchiveRecord) throws {
    guard let records = readArchive(record, stage: "remember") else { return }
    let pruned = try archive.write(
      Retention.pruned(records), survivors: record.survivors ?? [], isPruned: true)
    archive.discard(record.number)
    // In this order: what retired ids lead to is forgotten with the old document and known by the new one.
    let changes: [StateRecord] = [.archiveGone(record.number), .archive(pruned)]
    remember(changes)
    try save()
  }

  /// Changes the state, and keeps what changed for the journal.
  private mutating func remember(_ changes: [StateRecord]) {
    for change in changes { state.apply(change) }
    unsaved += changes
  }

  /// What an archive document holds; nil, and said, if it cannot be read: a damaged one stops nothing else.
  private mutating func readArchive(_ record: ArchiveRecord, stage: String) -> [StateRecord]? {
    do throws(StateError) {
      return try archive.read(record)
    } catch {
      noteUnread(error, stage: stage)
      return nil
    }
  }

  private mutating func noteUnread(_ error: StateError, stage: String) {
    note("\(error)")
    log.error("archive is not read", metadata: ["stage": "\(stage)", "cause": "\(error)"])
  }
}
