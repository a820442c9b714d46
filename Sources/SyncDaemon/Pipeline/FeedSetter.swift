import Feeds
import NewsModel
import Stories

/// Assembles feeds from entries, in the order that the state remembers.
struct FeedSetter {
  let rules: SiteRules
  let view: MemoryView
  let renderer: SiteRenderer
  /// Whether an entry that cannot be composed is left out. It is, once every file was looked at and
  /// none holds its articles.
  let leavesOut: Bool

  /// Assembles a feed; nil if one of its entries cannot be composed and may not be left out.
  func feed(_ definition: FeedDefinition, _ book: inout EntryBook) -> Feed? {
    let record = view.open.feeds[definition.name] ?? FeedRecord(name: definition.name)
    guard let entries = entries(record.entries, of: definition, book) else { return nil }
    if definition.isMerged { for entry in entries { book.keep(entry) } }
    let feed = renderer.feed(
      definition, entries: entries,
      tombstones: definition.isMerged
        ? renderer.tombstones(
          of: view.ledger, unannounced: record.unannounced ?? [], in: definition.window) : [],
      archive: ArchivePosition(previous: record.archiveCount > 0 ? record.archiveCount : nil))
    return FeedFit(feed, documentBytes: rules.settings.entryBytes).feed
  }

  /// Assembles an archive document, without entries that have gone since it was decided.
  func archive(_ archive: PublicationRecord.Archive, _ book: EntryBook) -> Feed? {
    guard let definition = rules.feeds.first(where: { $0.name == archive.feed }) else {
      return nil
    }
    let living = archive.entries.filter {
      definition.isMerged
        ? view.ledger.stories[$0] != nil : book.article(of: $0, in: view) != nil
    }
    guard let entries = entries(living, of: definition, book) else { return nil }
    let count = view.open.feeds[archive.feed]?.archiveCount ?? archive.number
    let feed = renderer.feed(
      definition, entries: entries,
      tombstones: (archive.tombstones ?? []).compactMap(renderer.tombstone(of: view.ledger)),
      archive: ArchivePosition(
        number: archive.number, previous: archive.number > 1 ? archive.number - 1 : nil,
        next: archive.number < count ? archive.number + 1 : nil))
    return FeedFit(feed, documentBytes: rules.settings.entryBytes).feed
  }

  private func entries(
    _ ids: [EntryID], of definition: FeedDefinition, _ book: EntryBook
  ) -> [Entry]? {
    var found: [Entry] = []
    for id in ids {
      let entry =
        definition.isMerged
        ? book.entry(of: id, in: view, rules) : book.articleEntry(of: id, in: view, rules)
      if let entry { found.append(entry) } else if !leavesOut { return nil }
    }
    return found
  }
}
