import Feeds
import FoundationEssentials
import Logging
import NewsModel
import Stories

extension Pipeline {
  /// One pass over the site.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - isDryRun: Whether to stop before anything is stored or published. The pipeline is of no further use then.
  ///   - progress: Told how many files have been looked at, of how many.
  /// - Returns: What it did, or would do.
  /// - Throws: `StateError` or a `PublishTarget`'s error. What was decided is kept and is published by the next pass.
  public mutating func sync(
    _ request: SyncRequest = SyncRequest(), isDryRun: Bool = false,
    progress: ((Int, Int) -> Void)? = nil
  ) async throws -> SyncReport {
    var report = SyncReport()
    report.notes = takeNotes()
    let moment = now()

    // Before the scan: what is opened is looked at like everything that is open.
    let isAnew = try isNothingPublished()
    let reread = request.isFull ? try rereadArchive(opensAll: isAnew, at: moment) : 0

    // Scan.
    onProgress(.scan)
    // With nothing remembered, everything belongs to the first publication.
    let instant = Int64(moment.timeIntervalSince1970 * 1_000_000_000)
    let settle = Int64(settings.settle / .nanoseconds(1))
    let survey = ArticleSurvey(
      site: site, settings: settings,
      settledSince: request.waitsForWriters && !state.files.isEmpty ? instant - settle : nil,
      now: instant, archive: archive.catalogue,
      onFile: { [onProgress] in onProgress(.scan) }
    ).survey(isFirstPass && state.files.isEmpty ? SyncRequest() : request, known: state.files)
    report.filesSeen = survey.files.count + survey.archivedFiles
    report.outOfReach = survey.outOfReach
    if !survey.unsettled.isEmpty { onUnsettled(survey.unsettled) }

    // Read and skip.
    let onProgress = onProgress
    onProgress(.read)
    let intake = ArticleIntake(
      files: files, largestFile: settings.largestFile, now: moment, isFull: request.isFull,
      isStopping: isStopping)
    let missing = try survey.missing + wake(for: survey, isAll: isAnew)
    let outcome = intake.take(
      survey.files, missing: missing, problems: survey.problems, state: &state, archive: &archive,
      progress: { done, total in
        onProgress(.read)
        progress?(done, total)
      })
    try stopIfAsked()
    unsaved += outcome.records
    try await wakeRelated(to: outcome.changed)
    if !outcome.awake.isEmpty {
      awake += outcome.awake
      articleOfEntry = [:]
    }
    report.filesRead = reread + outcome.filesRead
    report.filesGone = outcome.filesGone
    report.articlesChanged = outcome.changed.count
    report.articlesGone = outcome.gone.count

    // Fold and compose.
    let number = (state.lastPublication?.number ?? state.ledger.lastMinted) + 1
    let changes = try await fold(outcome, isWhole: survey.isWhole, number: number, at: moment)
    let composed = compose(changes, outcome: outcome)
    report.changes = composed.summary
    report.articles = state.articles.count + archive.records.values.reduce(0) { $0 + $1.articles }
    report.stories =
      state.ledger.stories.count + archive.records.values.reduce(0) { $0 + $1.stories }
    report.setAside = state.setAside

    // Plan.
    let rendering = SiteRenderer.fingerprint(of: settings, pins: pins)
    let merging = StoryConfiguration().modelDigest
    let hasOtherRendering = state.lastPublication?.rendering != rendering
    let hasOtherModel = state.lastPublication?.merging.map { $0 != merging } ?? false
    report.hasOtherSettings =
      state.lastPublication != nil && (hasOtherRendering || hasOtherModel)
    let isAll = isAnew || request.isFull || hasOtherRendering
    let hasNews =
      isAll || hasOtherModel || !composed.changed.isEmpty || !composed.retired.isEmpty
      || !composed.articles.isEmpty
    let leftOver = state.pending
    var records: [StateRecord] = []
    if hasNews {
      let plan = try planFeeds(
        composed, isAnew: isAnew, isAll: isAll, isFull: request.isFull)
      report.feeds = feedChanges(plan)
      let publication = PublicationRecord(
        number: number, date: moment, stories: composed.changed.sorted(),
        retired: composed.retired.sorted(), archives: plan.archivesAgain + plan.archives,
        rendering: rendering,
        merging: merging, isWhole: isAll ? true : nil)
      records = plan.records + [.publication(publication)]
    }
    if isDryRun { return report }

    // Remember.
    try stopIfAsked()
    onProgress(.remember)
    if report.hasOtherSettings { announce(report) }
    for record in records { state.apply(record) }
    if hasNews { unsaved += composed.records(of: state.ledger) + records }
    try save()

    // Render and publish.
    if hasNews || !leftOver.isEmpty {
      // Of what was cut short only its record is known: other settings made it, which are these by now.
      let isAll = isAll || leftOver.contains { $0.isWhole == true }
      if survey.isWhole || isAll { hasSharedFiles = false }
      try await publish(composed, leftOver: leftOver, isAll: isAll, report: &report)
    }
    recovered = []
    onProgress(.remember)
    if survey.isWhole, report.refused.isEmpty { try retain(&report) }
    try store.compact(state, released: 0)
    report.notes += takeNotes()
    return report
  }

  /// Whether there is no published feed: at the beginning, or when `public/` was removed.
  private func isNothingPublished() throws(FileError) -> Bool {
    try files.read(site.publicDirectory.appendingPath("atom.xml")) == nil
  }

  /// The stages render and publish.
  private mutating func publish(
    _ composed: ComposedChanges, leftOver: [PublicationRecord], isAll: Bool,
    report: inout SyncReport
  ) async throws {
    var stories = composed.changed.union(leftOver.flatMap(\.stories))
    var retired = composed.retired.union(leftOver.flatMap(\.retired))
    if isAll {
      stories = Set(state.ledger.stories.keys)
      retired = Set(state.ledger.retired.keys)
    }
    // A story may have been withdrawn, or have come back, since a publication that was cut short.
    for id in stories where state.ledger.retired[id] != nil { retired.insert(id) }
    // Where an alias leads changes with the story behind it.
    for id in stories.union(retired) { retired.formUnion(state.ledger.aliases(of: id)) }
    stories = stories.filter { state.ledger.stories[$0] != nil }
    // Their pages say what they said when the story that they lead to was archived.
    retired = retired.filter { state.ledger.retired[$0] != nil && !state.leadsToArchive($0) }

    let renderer = renderer
    var documents: [FeedDocument] = []
    var publication = Publication()
    findArticlesOfEntries()
    // What feeds show is composed once.
    let listed = Set(state.feeds.values.flatMap(\.entries))
    for id in stories.sorted() {
      onProgress(.render)
      if documents.count >= Self.batch {
        try await put(&documents, renderer, &report)
      }
      guard var story = state.ledger.stories[id], let entry = entry(of: id) else { continue }
      if story.title != entry.title {
        // Other settings and pins give another title, as every document has it from here on.
        story.title = entry.title
        state.apply(.story(story))
        unsaved.append(.story(story))
      }
      if listed.contains(id) { entries[id] = entry }
      documents += renderer.story(story, entry: entry, state: state)
      let kind: EntryChange.Kind = composed.begun.contains(id) ? .created : .changed
      if composed.changed.contains(id) {
        publication.changes.append(
          EntryChange(
            id: id, kind: kind, updated: entry.updated, title: entry.title, link: entry.link))
      }
    }
    for id in retired.sorted() {
      onProgress(.render)
      if documents.count >= Self.batch {
        try await put(&documents, renderer, &report)
      }
      guard let story = state.ledger.retired[id] else { continue }
      let survivor = state.ledger.resolve(id).flatMap { state.ledger.stories[$0] }
      documents += renderer.retired(story, survivor: survivor, state: state)
      let path = renderer.pagePath(slug: story.slug)
      if let survivor {
        publication.redirects.append(
          PageRedirect(path: path, url: renderer.link(slug: survivor.slug)))
      } else {
        publication.gone.append(path)
      }
      if composed.retired.contains(id) {
        publication.changes.append(
          EntryChange(
            id: id, kind: .removed, updated: story.when, title: story.title,
            link: renderer.link(slug: story.slug), survivor: survivor?.id))
      }
    }
    if isAll {
      publication.redirects += try await republishArchive(&documents, renderer, &report)
    }
    publication.changes.sort { ($0.updated, $0.id) < ($1.updated, $1.id) }

    // A feed that cannot be composed whole stays as it is, and so do the pages that list it. The publication is not done then:
    // what it leaves out is tried again by the next pass.
    var feeds: [Feed] = []
    var isComplete = true
    let definitions = FeedDefinition.all(settings)
    let names = Set(definitions.map(\.name))
    fragments = fragments.filter { names.contains($0.key) }
    for definition in definitions {
      onProgress(.render)
      guard let feed = feed(definition, renderer: renderer) else {
        isComplete = false
        report.notes.append(
          "feed is not published anew: \(definition.name.isEmpty ? "main" : definition.name): "
            + "some of its articles are out of reach. Restore the articles directory.")
        continue
      }
      feeds.append(feed)
    }
    var begun: [Feed] = []
    let archives = PublicationRecord.archives(
      of: leftOver + [state.lastPublication].compactMap { $0 },
      counts: state.feeds.mapValues(\.archiveCount))
    for archive in archives {
      onProgress(.render)
      if documents.count >= Self.batch {
        try await put(&documents, renderer, &report)
      }
      if let feed = archivedFeed(archive, renderer: renderer) {
        // What leaves a window was in it until now. A copy: the window's own are still to be taken.
        var caches = fragments[feed.name, default: [:]]
        documents += renderer.documents(of: feed, caches: &caches)
        // The one before it may have been published when this one was not known.
        if !isAll,
          !archives.contains(where: {
            $0.feed == archive.feed && $0.number == archive.number - 1
          })
        {
          begun.append(feed)
        }
      } else if definitions.contains(where: { $0.name == archive.feed }) {
        isComplete = false
      }
    }
    if isAll {
      publication.removed += try surplusArchives()
      for feed in feeds {
        let written = archives.filter { $0.feed == feed.name }.map(\.number)
        documents += try movedArchives(of: feed, but: Set(written))
      }
    }
    publication.removed += documentsOfUndefinedFeeds
    for feed in feeds {
      documents += renderer.documents(of: feed, caches: &fragments[feed.name, default: [:]])
    }
    var toldSite: Feeds.Site?
    if isComplete, let main = feeds.first {
      let pages = renderer.pages(main: main, feeds: feeds)
      documents += pages.documents(of: main)
      let isThere = try files.status(site.publicDirectory.appendingPath(SitePages.aboutPath)) != nil
      if aboutSite != pages.site || !hasSharedFiles || !isThere { documents.append(pages.about) }
      toldSite = pages.site
    }
    if !hasSharedFiles { documents += SitePages.sharedFiles }

    let paths = Set(documents.map(\.path))
    passed = passed.filter { paths.contains($0.key) }
    publication.documents = documents
    try await put(publication, renderer, &report)
    // A link forward is of use once its aim is there, and no reader of the feed waits for it.
    let earlier = try begun.flatMap { try predecessors(of: $0) }
    if !earlier.isEmpty {
      try await put(Publication(documents: earlier), renderer, &report)
    }
    if let last = state.lastPublication, report.refused.isEmpty, isComplete {
      hasSharedFiles = true
      aboutSite = toldSite
      state.apply(.published(last.number))
      unsaved.append(.published(last.number))
      try save()
    }
    let shown = Set(feeds.flatMap(\.entries).map(\.id))
    entries = entries.filter { shown.contains($0.key) }
  }

  /// How many documents are made before they are written.
  ///
  /// A first sync of a million stories must not hold a million pages. 256 of some 20 KB are 5 MB, and one sync of the
  /// disk.
  static let batch = 256

  /// Hands what was rendered so far to each target.
  mutating func put(
    _ documents: inout [FeedDocument], _ renderer: SiteRenderer, _ report: inout SyncReport
  ) async throws {
    let publication = Publication(documents: documents)
    documents = []
    try await put(publication, renderer, &report)
    try stopIfAsked()
  }

  /// Hands those documents of a publication to each target that pass their checks.
  private mutating func put(
    _ publication: Publication, _ renderer: SiteRenderer, _ report: inout SyncReport
  ) async throws {
    // Neither the dates nor the coded forms that targets give the documents are what is checked.
    let targets = targets
    async let prepared = Self.prepared(publication, for: targets)
    let checked = await checked(publication.documents, renderer, &report)
    var publication = try await prepared
    publication.documents = zip(checked, publication.documents).compactMap { checked, prepared in
      guard var document = checked else { return nil }
      (document.lastModified, document.gzip) = (prepared.lastModified, prepared.gzip)
      return document
    }
    onProgress(.publish)
    for target in targets {
      try await target.publish(publication)
      if let directory = target as? DirectoryTarget {
        report.documentsWritten += await directory.lastWritten.paths
      }
      onProgress(.publish)
    }
  }

  private static func prepared(
    _ publication: Publication, for targets: [any PublishTarget]
  ) async throws -> Publication {
    var publication = publication
    for target in targets { publication = try await target.prepared(publication) }
    return publication
  }

  /// A feed as it is to be published; nil if one of its entries cannot be composed.
  mutating func feed(_ definition: FeedDefinition, renderer: SiteRenderer) -> Feed? {
    let record = state.feeds[definition.name] ?? FeedRecord(name: definition.name)
    guard let entries = feedEntries(record.entries, of: definition) else { return nil }
    return renderer.feed(
      definition, entries: entries,
      tombstones: definition.isMerged
        ? renderer.tombstones(of: state.ledger, unannounced: record.unannounced ?? []) : [],
      archive: ArchivePosition(previous: record.archiveCount > 0 ? record.archiveCount : nil))
  }

  /// The documents of the archive before one, with their link to it (RFC 5005 §4, `next-archive`).
  private func predecessors(of archive: Feed) throws -> [FeedDocument] {
    let succession = ArchiveSuccession(to: archive)
    return try FeedFormats.all.compactMap { format in
      guard let path = succession.path(as: format),
        let bytes = try files.read(site.publicDirectory.appendingPath(path))
      else { return nil }
      return succession.document(bytes, as: format)
    }
  }

  /// An archive document; entries that are gone since it was decided are not in it.
  private mutating func archivedFeed(
    _ archive: PublicationRecord.Archive, renderer: SiteRenderer
  ) -> Feed? {
    guard
      let definition = FeedDefinition.all(settings).first(where: { $0.name == archive.feed })
    else { return nil }
    let living = archive.entries.filter {
      definition.isMerged ? state.ledger.stories[$0] != nil : articleOfEntry[$0] != nil
    }
    guard let entries = feedEntries(living, of: definition) else { return nil }
    let count = state.feeds[archive.feed]?.archiveCount ?? archive.number
    return renderer.feed(
      definition, entries: entries,
      tombstones: (archive.tombstones ?? []).compactMap(renderer.tombstone(of: state.ledger)),
      archive: ArchivePosition(
        number: archive.number, previous: archive.number > 1 ? archive.number - 1 : nil,
        next: archive.number < count ? archive.number + 1 : nil))
  }

  private mutating func feedEntries(
    _ ids: [EntryID], of definition: FeedDefinition
  ) -> [Entry]? {
    var found: [Entry] = []
    for id in ids {
      guard let entry = definition.isMerged ? entry(of: id) : articleEntry(of: id) else {
        return nil
      }
      if definition.isMerged { entries[id] = entry }
      found.append(entry)
    }
    return found
  }
}
