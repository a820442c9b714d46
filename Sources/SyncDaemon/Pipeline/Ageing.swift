import FoundationEssentials
import Logging
import NewsModel
import Stories

/// Moves old articles into the archive (`archive_after`), and drops the texts of older ones
/// (`prune_after`).
///
/// Owns nothing. It runs only after a look at all files whose outcome is visible, so that it moves
/// what the files say.
struct Ageing {
  /// The numbers of articles that were moved.
  struct Moved {
    /// Into the archive.
    var archived = 0
    /// Within the archive, into documents without texts.
    var pruned = 0
  }

  let rules: SiteRules
  let world: PassWorld

  /// Moves what is old enough.
  ///
  /// - Throws: `PassInterrupted`; `StateError` if something was moved and the state could not be
  ///   written.
  /// - Returns: The numbers of moved articles.
  func move(
    in memory: inout SiteMemory, _ folding: inout StoryFolding, _ book: inout EntryBook
  ) async throws -> Moved {
    var moved = Moved()
    guard memory.isDurable, memory.state.pending.isEmpty, let newest = book.newest else {
      return moved
    }
    do {
      try await move(&moved, newest: newest, in: &memory, &folding, &book)
    } catch let error as StateError where memory.isDurable {
      // The state still says that nothing was moved: the next look at all files tries again.
      memory.note("\(error)")
      world.log.error("nothing is archived", metadata: ["stage": "remember", "cause": "\(error)"])
    }
    return moved
  }

  private func move(
    _ moved: inout Moved, newest: Date, in memory: inout SiteMemory,
    _ folding: inout StoryFolding, _ book: inout EntryBook
  ) async throws {
    // State of an older version is rewritten first: that version did not know records of the
    // archive.
    try memory.tidy()
    var released = 0
    if let age = rules.settings.archiveAfter {
      var retention = retention(memory.view, boundary: Self.boundary(newest, age))
      // Which articles are grouped with one another is asked only if there is one to move.
      if retention.hasOldArticles {
        retention.components = try await folding.components(memory, world)
      }
      for articles in retention.hasOldArticles ? retention.documents() : [] {
        world.reach(.remember)
        try world.stopIfAsked()
        let (records, survivors) = retention.contents(of: articles)
        let record = try memory.archive(records, survivors: survivors, merging: rules.merging)
        folding.forget(articles)
        for case .story(let story) in records { book.forget(story) }
        book.forgetArticles()
        released += record.byteCount
        moved.archived += articles.count
      }
    }
    if let age = rules.settings.pruneAfter {
      try prune(before: Self.boundary(newest, age), &moved, in: &memory)
    }
    try memory.commit()
    if moved.archived + moved.pruned > 0 {
      world.log.info(
        "archived",
        metadata: [
          "stage": "remember", "articles": "\(moved.archived)", "pruned": "\(moved.pruned)",
          "documents": "\(memory.archive.records.count)",
        ])
    }
    try memory.tidy(released: released)
  }

  private func prune(
    before boundary: Date, _ moved: inout Moved, in memory: inout SiteMemory
  ) throws {
    let opening = ArchiveOpening(world: world, rules: rules)
    for record in memory.archive.records.values.sorted(by: { $0.number < $1.number })
    where record.to < boundary && record.isPruned != true {
      world.reach(.remember)
      try world.stopIfAsked()
      moved.pruned += record.articles
      guard let records = opening.contents(of: record, stage: .remember, in: &memory) else {
        continue
      }
      try memory.prune(
        Retention.pruned(records), survivors: record.survivors ?? [], inPlaceOf: record.number)
      try memory.commit()
    }
  }

  /// The date up to which articles are old enough. It counts from the start of the newest entry's
  /// day, so that there is something to move only once a day.
  static func boundary(_ newest: Date, _ age: Duration) -> Date {
    FeedWindow(size: FeedWindowSize(entries: 1, age: age)).cutoff(newest: newest)
  }

  private func retention(
    _ view: MemoryView, boundary: Date
  ) -> Retention {
    let resolver = rules.resolver(in: view)
    var shown: Set<EntryID> = []
    for feed in view.open.feeds.values {
      shown.formUnion(feed.entries)
      shown.formUnion(feed.unannounced ?? [])
      shown.formUnion((feed.leftOut ?? []).map(\.id))
    }
    let mint = rules.articleEntries(in: view)
    let hasOwnEntries = rules.hasArticleFeeds
    return Retention(
      state: view.open, boundary: boundary,
      kept: Set(rules.pins.names.compactMap { resolver.article(named: $0) }), shown: shown,
      ownEntry: { hasOwnEntries ? mint.id(of: $0) : nil })
  }
}
