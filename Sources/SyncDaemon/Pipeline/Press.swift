import Feeds
import FoundationEssentials
import Logging
import NewsModel
import Stories

/// The stages render and publish: makes the documents of a plan, and makes them visible.
///
/// Nothing else writes documents. It keeps rendered entries and the results of checks, so that a
/// change of one entry costs the work for one entry.
struct Press {
  /// The outcome of a publication.
  struct Printed {
    /// The documents written, relative to `public/`.
    var written: [String] = []
    /// The documents that their own check refused, and why; the old ones stay.
    var refused: [String] = []
    /// Whether all that was planned is visible.
    var isComplete = true
    /// The digest of the main feed's JSON document. It identifies the publication later.
    var digest: String?
    /// Notes for a person.
    var notes: [String] = []
  }

  private let targets: [any PublishTarget]
  /// The rendered entries of each feed, by its name and that of the format.
  private(set) var fragments: [String: [String: FragmentCache]] = [:]
  /// The entries that passed the checks in the last version of each feed document, by its path.
  private(set) var passed: [String: CheckedEntries] = [:]
  /// Whether the files that all pages share were published; a look at everything publishes them
  /// again.
  private var hasSharedFiles = false
  /// The site as the page about the feeds described it last.
  private var aboutSite: SiteDescription?

  /// The days that have pages, and the stories of the archive documents read last.
  private var dayLists = DayLists()

  /// The number of documents that are made before they are written.
  ///
  /// A first sync of a million stories must not hold a million pages. 256 of some 20 KB are 5 MB,
  /// and one sync of the disk.
  private static let batch = 256

  init(targets: [any PublishTarget]) { self.targets = targets }

  /// Makes a publication visible, as the state has it.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - composed: The changes of stories.
  ///   - book: The entries.
  ///   - memory: The state, and the receiver of notes.
  ///   - seesAll: Whether every file was looked at: if so, an entry that cannot be composed is left
  ///     out, and the shared files are published again.
  ///   - rules: The rules.
  ///   - world: The files, and the receiver of progress.
  /// - Throws: Errors of a target.
  /// - Returns: The outcome.
  mutating func publish(
    _ plan: PublicationPlan, _ composed: ComposedChanges, _ book: inout EntryBook,
    in memory: inout SiteMemory, seesAll: Bool, rules: SiteRules, world: PassWorld
  ) async throws -> Printed {
    if seesAll || plan.isWhole { hasSharedFiles = false }
    let sheet = PageSheet(
      composed: composed, rules: rules, renderer: rules.renderer(newest: book.newest))
    let scope = PublicationScope(plan, composed, in: memory.view)
    book.findArticles(in: memory.view, rules)
    let setter = FeedSetter(
      rules: rules, view: memory.view, renderer: sheet.renderer, leavesOut: seesAll)
    let archives = PublishedArchives(rules: rules, view: memory.view, published: world.published)
    var run = Run(lostAt: plan.lostAt)
    try await putPages(scope, sheet, &book, memory.view, &run, rules, world)
    if plan.isWhole { try await putArchivedPages(sheet, book, &memory, &run, rules, world) }
    let days = try await putDays(
      scope, composed, sheet, &memory, isWhole: plan.isWhole, &run, rules, world)
    run.publication.changes.sort { ($0.updated, $0.id) < ($1.updated, $1.id) }

    let feeds = setFeeds(setter, &book, &run, world)
    let begun = try await putArchives(
      scope, setter, book, isWhole: plan.isWhole, &run, rules, world)
    if plan.isWhole {
      run.publication.removed += try archives.surplus()
      for feed in feeds {
        let written = scope.archives.filter { $0.feed == feed.name }.map(\.number)
        run.documents += try archives.moved(of: feed, but: Set(written))
      }
    }
    run.publication.removed += archives.ofUndefinedFeeds
    for feed in feeds {
      run.documents += sheet.renderer.documents(
        of: feed, caches: &fragments[feed.name, default: [:]])
    }
    let site = try setSitePages(
      feeds, sheet.renderer, memory.view.ledger, &run, world)
    let paths = Set(run.documents.map(\.path))
    passed = passed.filter { paths.contains($0.key) }
    run.publication.documents = run.documents
    run.printed.digest = run.documents.first { $0.path == PublishedFeed.name }
      .map { ContentDigest($0.bytes).hex(digits: 32) }
    try await put(run.publication, &run, memory.view, rules, world)
    // Last, because a link to the next document is useful only once that document is there, and no
    // reader of the feed waits for it.
    let earlier = try begun.flatMap { try archives.predecessors(of: $0) }
    if !earlier.isEmpty {
      try await put(Publication(documents: earlier), &run, memory.view, rules, world)
    }
    run.printed.isComplete = run.printed.isComplete && run.printed.refused.isEmpty
    if run.printed.isComplete { (hasSharedFiles, aboutSite) = (true, site) }
    // If some page of a day was refused, what is there is looked up the next time.
    dayLists.set(run.printed.isComplete ? days : nil)
    book.keepOnly(Set(feeds.flatMap(\.entries).map(\.id)))
    return run.printed
  }

  /// Finishes a publication that an earlier process decided and did not live to publish, before
  /// anybody is answered: nobody may be served an older document than before a kill.
  ///
  /// Other settings and a lost `public/` are left to the first pass; so is a failure here.
  ///
  /// - Throws: `PassInterrupted`.
  /// - Returns: Whether nothing is left over.
  mutating func finish(
    _ book: inout EntryBook, in memory: inout SiteMemory, rules: SiteRules, world: PassWorld
  ) async throws -> Bool {
    guard !memory.state.pending.isEmpty else { return true }
    do {
      var plan = PublicationPlan(cause: .init())
      plan.leftOver = memory.state.pending
      guard memory.isWriting, memory.state.lastPublication?.rendering == rules.rendering,
        try world.published.contains(AtomFormat().fileName)
      else { return false }
      let printed = try await publish(
        plan, ComposedChanges(), &book, in: &memory, seesAll: false, rules: rules, world: world)
      guard printed.isComplete else { return false }
      try memory.confirm(digest: printed.digest)
      world.log.notice(
        "a publication that was cut short is finished",
        metadata: ["stage": "publish", "documents": "\(printed.written.count)"])
      return true
    } catch let interrupted as PassInterrupted {
      throw interrupted
    } catch {
      world.log.warning(
        "a publication that was cut short waits for the first pass",
        metadata: ["stage": "publish", "cause": "\(error)"])
      return false
    }
  }

  /// Publishes the pages of stories, and those at the addresses of retired stories.
  private mutating func putPages(
    _ scope: PublicationScope, _ sheet: PageSheet, _ book: inout EntryBook, _ view: MemoryView,
    _ run: inout Run, _ rules: SiteRules, _ world: PassWorld
  ) async throws {
    // Entries that feeds show are kept, so that they are composed once.
    let listed = Set(view.open.feeds.values.flatMap(\.entries))
    for id in scope.stories {
      try await putFull(&run, view, rules, world)
      guard let page = sheet.story(id, book, view) else { continue }
      if listed.contains(id) { book.keep(page.entry) }
      run.documents += page.documents
      if let change = page.change { run.publication.changes.append(change) }
    }
    for id in scope.retired {
      try await putFull(&run, view, rules, world)
      sheet.retired(id, view, &run.documents, &run.publication)
    }
  }

  /// Publishes the pages of the days whose stories have changed, and of the days beside those that
  /// came or went, whose links lead there.
  ///
  /// - Returns: The days that have a page then.
  private mutating func putDays(
    _ scope: PublicationScope, _ composed: ComposedChanges, _ sheet: PageSheet,
    _ memory: inout SiteMemory, isWhole: Bool, _ run: inout Run, _ rules: SiteRules,
    _ world: PassWorld
  ) async throws -> Set<SiteDay> {
    let opening = ArchiveOpening(world: world, rules: rules)
    let known = try dayLists.find(in: world.published)
    var days = known
    var changed = DayLists.changed(by: scope, composed, in: memory.view)
    let revised = Set(
      composed.changed.compactMap { memory.view.story($0) }.map { SiteDay($0.published) })
    var lists: [SiteDay: [ListedStory]] = [:]
    // A day goes through all open stories; four days and their neighbours are rarely exceeded.
    if isWhole || changed.count > 4 { dayLists.sortOpen(memory.view) }
    if isWhole {
      let all = try dayLists.all(in: &memory, opening)
      days = all.isCertain ? all.days : all.days.union(known)
      changed.formUnion(days)
    } else {
      for day in changed {
        world.reach(.render)
        guard let stories = dayLists.stories(of: day, in: &memory, opening) else { continue }
        lists[day] = stories
        if stories.isEmpty { days.remove(day) } else { days.insert(day) }
      }
    }
    let calendar = SiteCalendar(days)
    let moved = known.symmetricDifference(days)
    for day in moved {
      changed.formUnion([calendar.day(before: day), calendar.day(after: day)].compactMap { $0 })
    }
    for day in changed.intersection(days).sorted() {
      try await putFull(&run, memory.view, rules, world)
      let stories = lists[day] ?? dayLists.stories(of: day, in: &memory, opening)
      guard let stories else { continue }
      // Articles whose texts and files are gone with the state: the page that is there says more.
      if isWhole, known.contains(day), !revised.contains(day),
        stories.contains(where: { $0.outlets.isEmpty })
      {
        continue
      }
      let pages = sheet.renderer.pages(of: day, stories, in: calendar)
      run.documents += pages
      run.publication.removed += try Self.surplusParts(of: day, but: pages, world.published)
    }
    for day in known.union(changed).subtracting(days).sorted() {
      run.publication.removed += [DayPages.path(of: day), Sitemap.path(of: day)]
      run.publication.removed += try Self.surplusParts(of: day, but: [], world.published)
    }
    if isWhole || !moved.isEmpty {
      let years = isWhole ? Set((days.union(known)).map(\.year)) : Set(moved.map(\.year))
      let pages = sheet.renderer.pages(of: calendar, years: years)
      run.documents += pages.documents
      run.publication.removed += pages.removed
    }
    return days
  }

  /// The paths of those parts of a day that it no longer has.
  private static func surplusParts(
    of day: SiteDay, but pages: [FeedDocument], _ published: PublishedDocuments
  ) throws(FileError) -> [String] {
    let paths = Set(pages.map(\.path))
    var surplus: [String] = []
    for name in try published.names(in: "\(DayPages.folder)/\(day)") {
      guard let part = Int(name), part > 1 else { continue }
      let path = DayPages.path(of: day, part: part)
      guard !paths.contains(path) else { continue }
      if try published.contains(path) { surplus.append(path) }
    }
    return surplus
  }

  /// Publishes archive documents of feeds.
  ///
  /// - Returns: The documents to which their predecessors have no link yet.
  private mutating func putArchives(
    _ scope: PublicationScope, _ setter: FeedSetter, _ book: EntryBook, isWhole: Bool,
    _ run: inout Run, _ rules: SiteRules, _ world: PassWorld
  ) async throws -> [Feed] {
    var begun: [Feed] = []
    for archive in scope.archives {
      try await putFull(&run, setter.view, rules, world)
      guard let feed = setter.archive(archive, book) else {
        if rules.feeds.contains(where: { $0.name == archive.feed }) {
          run.printed.isComplete = false
        }
        continue
      }
      // These entries were in the window until now, so they are rendered already. A copy, because
      // the window's cache is taken later.
      var caches = fragments[feed.name, default: [:]]
      run.documents += setter.renderer.documents(of: feed, caches: &caches)
      // The document before may have been published when this one was not known.
      let hasNeighbour = scope.archives.contains {
        $0.feed == archive.feed && $0.number == archive.number - 1
      }
      if !isWhole, !hasNeighbour { begun.append(feed) }
    }
    return begun
  }

  /// Renders and checks the feeds as they are, and publishes nothing.
  ///
  /// The first change after a start then finds the unchanged entries done. Without this it took 20
  /// ms longer than later ones (`Tests/Benchmarks/latency.py`, 2026-11-22).
  mutating func warmUp(_ book: inout EntryBook, _ view: MemoryView, rules: SiteRules) async {
    guard fragments.isEmpty, view.open.lastPublication != nil else { return }
    let renderer = rules.renderer(newest: book.newest)
    book.findArticles(in: view, rules)
    let setter = FeedSetter(
      rules: rules, view: view, renderer: renderer, leavesOut: false)
    var documents: [FeedDocument] = []
    for definition in rules.feeds {
      guard let feed = setter.feed(definition, &book) else { continue }
      documents += renderer.documents(of: feed, caches: &fragments[feed.name, default: [:]])
    }
    // A document that does not pass is reported when it is to be published.
    _ = await check(documents, renderer, view) {}
  }

  /// The state of a publication that is under way.
  private struct Run {
    var lostAt: Date?
    var documents: [FeedDocument] = []
    var publication = Publication()
    var printed = Printed()
  }

  /// Publishes the feeds. A feed that cannot be composed whole stays as it is, and so do the pages
  /// that list it; the publication is then not complete, and the next pass tries again.
  private mutating func setFeeds(
    _ setter: FeedSetter, _ book: inout EntryBook, _ run: inout Run, _ world: PassWorld
  ) -> [Feed] {
    let names = Set(setter.rules.feeds.map(\.name))
    fragments = fragments.filter { names.contains($0.key) }
    return setter.rules.feeds.compactMap { definition in
      world.reach(.render)
      if let feed = setter.feed(definition, &book) { return feed }
      run.printed.isComplete = false
      run.printed.notes.append(
        "feed is not published anew: \(definition.name.isEmpty ? "main" : definition.name): "
          + "some of its articles are out of reach. Restore the articles directory.")
      return nil
    }
  }

  /// Publishes the pages about the whole site, and the files that all pages share.
  ///
  /// - Returns: The site as the page about the feeds describes it.
  private func setSitePages(
    _ feeds: [Feed], _ renderer: SiteRenderer, _ ledger: StoryLedger, _ run: inout Run,
    _ world: PassWorld
  ) throws -> SiteDescription? {
    defer { if !hasSharedFiles { run.documents += SitePages.sharedFiles } }
    guard run.printed.isComplete, let main = feeds.first else { return nil }
    let pages = renderer.pages(main: main, feeds: feeds)
    run.documents += pages.documents(of: main)
    run.documents += renderer.hostingDocuments(of: ledger, lastModified: main.updated)
    let isThere = try world.published.contains(SitePages.aboutPath)
    if aboutSite != pages.site || !hasSharedFiles || !isThere { run.documents += pages.ofSite }
    return pages.site
  }

  /// Renders the pages of archived stories again after a change of settings. One document of the
  /// archive after the other is read and none is opened, so only one is in memory.
  private mutating func putArchivedPages(
    _ sheet: PageSheet, _ book: EntryBook, _ memory: inout SiteMemory, _ run: inout Run,
    _ rules: SiteRules, _ world: PassWorld
  ) async throws {
    let opening = ArchiveOpening(world: world, rules: rules)
    for record in memory.archive.records.values.sorted(by: { $0.number < $1.number })
    where record.isPruned != true {
      guard let contents = opening.contents(of: record, stage: .render, in: &memory) else {
        continue
      }
      let view = memory.view.looking(at: contents)
      for case .story(let story) in contents {
        try await putFull(&run, view, rules, world)
        sheet.archived(story, book, view, &run.documents, &run.publication)
      }
      if !run.documents.isEmpty { try await putAll(&run, view, rules, world) }
    }
  }

  /// Passes the rendered documents to each target once there are enough of them.
  private mutating func putFull(
    _ run: inout Run, _ view: MemoryView, _ rules: SiteRules, _ world: PassWorld
  ) async throws {
    world.reach(.render)
    if run.documents.count >= Self.batch { try await putAll(&run, view, rules, world) }
  }

  private mutating func putAll(
    _ run: inout Run, _ view: MemoryView, _ rules: SiteRules, _ world: PassWorld
  ) async throws {
    let publication = Publication(documents: run.documents)
    run.documents = []
    try await put(publication, &run, view, rules, world)
    try world.stopIfAsked()
  }

  /// Passes those documents that pass their checks to each target.
  private mutating func put(
    _ publication: Publication, _ run: inout Run, _ view: MemoryView, _ rules: SiteRules,
    _ world: PassWorld
  ) async throws {
    // Checked without the dates and the coded forms, which targets add.
    let (targets, lostAt) = (targets, run.lostAt)
    async let preparing = Self.prepared(publication, lostAt: lostAt, for: targets)
    let checked = await check(publication.documents, rules.renderer(newest: nil), view) {
      world.reach(.render)
    }
    var prepared = try await preparing
    prepared.number = view.open.lastPublication?.number ?? 0
    prepared.documents = zip(checked, prepared.documents).compactMap { outcome, prepared in
      switch outcome {
      case .success(var document):
        (document.lastModified, document.gzip) = (prepared.lastModified, prepared.gzip)
        return document
      case .failure(let error):
        run.printed.refused.append("\(error)")
        return nil
      }
    }
    world.reach(.publish)
    for target in targets {
      try await target.publish(prepared)
      run.printed.written += await target.lastWritten
      world.reach(.publish)
    }
  }

  private static func prepared(
    _ publication: Publication, lostAt: Date?, for targets: [any PublishTarget]
  ) async throws -> Publication {
    var publication = publication
    publication.lostAt = lostAt
    for target in targets { publication = try await target.prepared(publication) }
    return publication
  }

  /// Checks documents before they are published. Of a feed only the entries that have not passed
  /// before are checked.
  ///
  /// - Returns: For each document itself, parsed if it is a feed, or the error.
  private mutating func check(
    _ documents: [FeedDocument], _ renderer: SiteRenderer, _ view: MemoryView,
    onDocument: () -> Void
  ) async -> [Result<FeedDocument, DocumentError>] {
    await renderer.checked(
      documents, passed: &passed,
      isTaken: { [ledger = view.ledger, archive = view.archive] in
        ledger.isTaken($0) || !archive.catalogue.documents(of: $0).isEmpty
      }, onDocument: onDocument)
  }
}
