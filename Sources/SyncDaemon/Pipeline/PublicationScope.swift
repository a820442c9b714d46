import Feeds
import NewsModel
import Stories

/// The pages and archive documents that a publication writes, now that its plan is remembered.
struct PublicationScope {
  /// The published stories whose pages are written, in order of id.
  var stories: [EntryID]
  /// The retired stories whose pages are written, in order of id.
  var retired: [EntryID]
  /// The archive documents that are written, in order of feed and number.
  var archives: [PublicationRecord.Archive]

  init(_ plan: PublicationPlan, _ composed: ComposedChanges, in view: MemoryView) {
    var stories = composed.changed.union(plan.leftOver.flatMap(\.stories))
    var retired = composed.retired.union(plan.leftOver.flatMap(\.retired))
    let ledger = view.ledger
    if plan.isWhole {
      stories = Set(ledger.stories.keys)
      retired = Set(ledger.retired.keys)
    }
    // Since a publication that was cut short, a story may have been withdrawn or may have come
    // back.
    for id in stories where ledger.retired[id] != nil { retired.insert(id) }
    // The target of an alias changes with the story behind it.
    for id in stories.union(retired) { retired.formUnion(ledger.aliases(of: id)) }
    self.stories = stories.filter { ledger.stories[$0] != nil }.sorted()
    // Not those that lead to an archived story: their pages are final since it was archived.
    self.retired = retired.filter { ledger.retired[$0] != nil && !view.open.leadsToArchive($0) }
      .sorted()
    archives = PublicationRecord.archives(
      of: plan.leftOver + [view.open.lastPublication].compactMap { $0 },
      counts: view.open.feeds.mapValues(\.archiveCount))
  }
}
