import Articles
import FoundationEssentials
import Logging
import NewsModel
import Stories

/// Moves documents of the archive back into the open state, before and after the scan, if a pass
/// needs to change them.
///
/// Owns nothing. A damaged document stops nothing else: it is reported, and repaired where
/// everything must be open anyhow.
struct ArchiveOpening {
  let world: PassWorld
  let rules: SiteRules

  /// Opens the documents that a request needs whole. It runs before the scan, so that their files
  /// are looked at and read like all open ones.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - isAnew: Whether `public/` is lost, so that everything is to be published again.
  ///   - memory: What is remembered.
  /// - Throws: `PassInterrupted`; `StateError` if the disk refuses.
  /// - Returns: The number of files that were read for it.
  func before(
    _ request: SyncRequest, isAnew: Bool, in memory: inout SiteMemory
  ) async throws -> Int {
    if request.isFull { return try await reread(opensAll: isAnew, in: &memory) }
    if isAnew { try wake(living(memory), repairs: true, in: &memory) }
    return 0
  }

  private func living(_ memory: SiteMemory) -> Set<Int> {
    Set(memory.archive.records.values.filter { $0.isPruned != true }.map(\.number))
  }

  /// Opens documents.
  private func wake(_ numbers: Set<Int>, repairs: Bool, in memory: inout SiteMemory) throws {
    for number in numbers.sorted() {
      guard let record = memory.archive.records[number] else { continue }
      world.reach(.read)
      try world.stopIfAsked()
      do throws(StateError) {
        try memory.wake(record)
      } catch {
        if repairs {
          try repair(record, because: error, in: &memory)
        } else {
          note(error, stage: .read, in: &memory)
        }
      }
    }
  }

  /// Sets a damaged document aside. Its articles are read again from their files, and its stories
  /// are known again by the documents that were published.
  func repair(
    _ record: ArchiveRecord, because error: StateError, in memory: inout SiteMemory
  ) throws {
    guard error.isDamage else { throw error }
    let recovery = PublishedRecovery(published: world.published)
    let (state, archive) = (memory.state, memory.archive)
    let records = try recovery.recover(feedNames: []).records.filter { recovered in
      switch recovered {
      case .story(let story):
        // These ids are taken only by the damaged document itself, which is why they are recovered.
        !state.ledger.isTaken(story.id)
          && archive.catalogue.documents(of: story.id).allSatisfy { $0 == record.number }
          && archive.catalogue.documents(ofSlug: story.slug).allSatisfy { $0 == record.number }
      case .placed(let placed): state.placed[placed.article] == nil
      case .renamed(let article): state.renamed[article.from] == nil
      default: false
      }
    }
    memory.setAside(record, recovering: records)
    memory.note("\(error)")
    world.log.warning(
      "archive document is set aside and rebuilt", metadata: ["cause": "\(error)"])
  }

  /// Opens documents with changed or missing files, those that pins name, and all of them if a feed
  /// chooses its entries anew.
  ///
  /// - Parameters:
  ///   - survey: The findings of the scan.
  ///   - memory: What is remembered.
  /// - Throws: `PassInterrupted`; `StateError` if the disk refuses.
  func open(for survey: ArticleSurvey.Survey, in memory: inout SiteMemory) throws {
    guard !memory.archive.records.isEmpty else { return }
    var numbers = survey.archived
    // A feed that is new, or takes others than before, may take what is archived.
    let choosesAnew = rules.feeds.contains { definition in
      guard let known = memory.state.feeds[definition.name] else { return true }
      return known.selection != nil && known.selection != definition.selection
    }
    if choosesAnew {
      numbers.formUnion(living(memory))
    } else {
      let resolver = rules.resolver(in: memory.view)
      for name in rules.pins.names where resolver.article(named: name) == nil {
        numbers.formUnion(resolver.archived(name, in: memory.archive.catalogue))
      }
    }
    try wake(numbers.intersection(living(memory)), repairs: false, in: &memory)
  }

  /// Opens documents that remember files which are not there.
  func open(_ numbers: Set<Int>, in memory: inout SiteMemory) throws {
    try wake(numbers.intersection(living(memory)), repairs: false, in: &memory)
  }

  /// Opens the documents that hold one of the articles read, and checks that every document with
  /// stories close to them can be read.
  ///
  /// - Returns: The reasons why documents cannot be read, by their numbers.
  func open(
    for readings: ArticleIntake.Readings, in memory: inout SiteMemory
  ) -> [Int: StateError] {
    var unreadable: [Int: StateError] = [:]
    guard !memory.archive.records.isEmpty else { return unreadable }
    let articles = readings.files.flatMap { $0.versions ?? [] }.map(\.article)
    for number in Set(articles.flatMap { memory.archive.catalogue.documents(of: $0.id) }).sorted() {
      guard let record = memory.archive.records[number] else { continue }
      do throws(StateError) {
        try memory.wake(record)
      } catch {
        unreadable[number] = error
      }
    }
    let near = articles.flatMap { memory.archive.documents(near: $0, reach: SiteRules.reach) }
    for number in Set(near).sorted() where unreadable[number] == nil {
      do throws(StateError) {
        try memory.archive.verify(number)
      } catch {
        unreadable[number] = error
      }
    }
    return unreadable
  }

  /// Opens those documents that hold an article which will be compared with one of the changed
  /// articles.
  ///
  /// The others near in time stay closed, one in memory after the other: nothing in them has a
  /// score that is kept, so grouping all together would change nothing about them.
  ///
  /// - Parameters:
  ///   - changed: Articles that were read in this pass.
  ///   - memory: What is remembered.
  /// - Throws: `PassInterrupted`; `StateError` if the disk refuses.
  func open(relatedTo changed: Set<ArticleID>, in memory: inout SiteMemory) async throws {
    var late: [Int: [PreparedArticle]] = [:]
    let preparer = ArticlePreparer()
    for id in changed.sorted() {
      guard let article = memory.state.articles[id]?.article else { continue }
      let numbers = memory.archive.documents(near: article, reach: SiteRules.reach)
      guard !numbers.isEmpty else { continue }
      let prepared = preparer.prepare(article)
      for number in numbers { late[number, default: []].append(prepared) }
    }
    for (number, articles) in late.sorted(by: { $0.key < $1.key }) {
      world.reach(.read)
      try world.stopIfAsked()
      guard let record = memory.archive.records[number],
        let contents = contents(of: record, stage: .read, in: &memory)
      else { continue }
      let archived = contents.compactMap { item in
        if case .article(let article) = item { article.article } else { nil }
      }
      var related = RelatedArticles(articles)
      let prepared = await ArticlePreparer.prepare(archived, tasks: 2)
      if prepared.contains(where: { related.isOne(relatedTo: $0) }) {
        try wake([number], repairs: false, in: &memory)
      }
    }
  }

  /// Reads a document. If it cannot be read the result is nil and the reason is reported: a damaged
  /// one stops nothing else.
  func contents(
    of record: ArchiveRecord, stage: PassStage, in memory: inout SiteMemory
  ) -> [StateRecord]? {
    do throws(StateError) {
      return try memory.archive.read(record)
    } catch {
      note(error, stage: stage, in: &memory)
      return nil
    }
  }

  private func note(_ error: StateError, stage: PassStage, in memory: inout SiteMemory) {
    memory.note("\(error)")
    world.log.error(
      "archive is not read", metadata: ["stage": "\(stage.rawValue)", "cause": "\(error)"])
  }

  /// Reads the files of the archive again, one document after the other, and opens those documents
  /// that differ from their files.
  ///
  /// The others stay closed: a rebuild would make the same of the same files with the same model.
  /// So a full resync holds the texts of one document at a time, however long the archive is.
  /// Opened are also those that another model grouped, and all of them if archive documents of a
  /// feed are to be made again; damaged ones are repaired.
  private func reread(opensAll: Bool, in memory: inout SiteMemory) async throws -> Int {
    let opensAll = opensAll || showsAnotherExtent(memory.state)
    var filesRead = 0
    for record in memory.archive.records.values.sorted(by: { $0.number < $1.number })
    where record.isPruned != true {
      world.reach(.read)
      try world.stopIfAsked()
      var isOpened = opensAll || record.merging != rules.merging
      if !isOpened {
        // One that cannot be read is repaired where it is opened.
        let contents = try? memory.archive.read(record)
        var delta: ArticleDelta?
        if let contents { delta = await reread(contents, memory.state) }
        filesRead += delta?.filesRead ?? 0
        isOpened = delta?.records.isEmpty != true
      }
      if isOpened { try wake([record.number], repairs: true, in: &memory) }
    }
    return filesRead
  }

  /// Compares an archive document with what its files say now.
  private func reread(_ contents: [StateRecord], _ state: SyncState) async -> ArticleDelta {
    var remembered = SyncState()
    var scanned: [(path: FilePath, file: ScannedFile)] = []
    let root = world.site.articleRoots(rules.settings).first ?? world.site.root
    for record in contents {
      switch record {
      case .file(let file):
        remembered.apply(record)
        // The survey decides whether the file has changed or gone; here only its name counts.
        scanned.append(
          (
            file.path,
            ScannedFile(
              root: root, relativePath: file.path, byteCount: file.byteCount,
              modified: file.modified, inode: 0)
          ))
      case .article(let article):
        remembered.apply(record)
        if let date = state.placed[article.id] { remembered.apply(.placed(date)) }
      default: break
      }
    }
    let intake = ArticleIntake(
      reader: world.reader(rules.settings),
      clock: PassClock(now: world.now(), lastPublication: state.lastPublication?.date),
      isFull: true, folders: rules.settings.folderRules)
    let view = MemoryView(open: remembered)
    let readings = await intake.read(scanned, in: view) { _, _ in world.reach(.read) }
    return IntakeDelta(in: view).delta(of: readings)
  }

  /// Whether archive documents of a feed show another extent of text than the settings say, so that
  /// a full resync makes them again, for which it needs all their stories.
  private func showsAnotherExtent(_ state: SyncState) -> Bool {
    rules.feeds.contains { definition in
      guard let known = state.feeds[definition.name], known.archiveCount > 0,
        let made = known.archivedText
      else { return false }
      return made != definition.textDigest(rules.settings)
    }
  }
}
