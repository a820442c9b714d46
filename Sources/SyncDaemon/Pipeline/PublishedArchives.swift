import Feeds
import FoundationEssentials
import NewsModel
import Stories

/// Updates published archive documents of feeds.
///
/// Their entries stay as they were published (RFC 5005 §4.1). So documents that get another link or
/// another address are edited, not rendered again.
struct PublishedArchives {
  let rules: SiteRules
  let view: MemoryView
  let published: PublishedDocuments

  /// Edits the archive documents of a feed that were published at another address of the site, and
  /// links those before newly rendered ones to them (RFC 5005 §4, `next-archive`).
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - written: The numbers of the documents that are rendered anyhow.
  /// - Throws: `FileError` if a document cannot be read.
  /// - Returns: The documents that change.
  func moved(of feed: Feed, but written: Set<Int>) throws(FileError) -> [FeedDocument] {
    var documents: [FeedDocument] = []
    let count = view.open.feeds[feed.name]?.archiveCount ?? 0
    for number in 1..<(count + 1) where !written.contains(number) {
      var archive = feed
      archive.archive = ArchivePosition(number: number)
      let relocation = ArchiveRelocation(of: archive)
      for format in FeedFormats.all {
        guard let bytes = try published.read(relocation.path(as: format)) else { continue }
        var document = relocation.document(bytes, as: format)
        if written.contains(number + 1) {
          archive.archive = ArchivePosition(number: number + 1)
          let succession = ArchiveSuccession(to: archive)
          document = succession.document(document?.bytes ?? bytes, as: format) ?? document
        }
        if let document { documents.append(document) }
      }
    }
    return documents
  }

  /// The documents before an archive document, now with a link to it (RFC 5005 §4, `next-archive`).
  func predecessors(of archive: Feed) throws(FileError) -> [FeedDocument] {
    let succession = ArchiveSuccession(to: archive)
    var documents: [FeedDocument] = []
    for format in FeedFormats.all {
      guard let relative = succession.path(as: format),
        let bytes = try published.read(relative),
        let document = succession.document(bytes, as: format)
      else { continue }
      documents.append(document)
    }
    return documents
  }

  /// The archive documents of a feed, made again for another extent of text: their entries as they
  /// are now, without those that are gone.
  ///
  /// A document with pruned articles stays as it is. Their texts are gone, and nothing may be
  /// missing from the chain.
  func again(
    _ definition: FeedDefinition, _ book: EntryBook
  ) throws(FileError) -> [PublicationRecord.Archive] {
    let hasPruned = view.archive.records.values.contains { $0.isPruned == true }
    let count = view.open.feeds[definition.name]?.archiveCount ?? 0
    var documents: [PublicationRecord.Archive] = []
    for number in 1..<(count + 1) {
      let relative = paths(of: definition.name, number: number).first { $0.hasSuffix(".json") }
      guard let relative, let feed = try PublishedFeed.read(relative, published) else { continue }
      var updated: [EntryID: Date] = [:]
      for id in feed.entries { updated[id] = book.updated(of: id, in: view, rules) }
      let isWhole = feed.entries.allSatisfy { id in
        updated[id] != nil
          || (definition.isMerged ? view.ledger.retired[id] != nil : !hasPruned)
      }
      guard isWhole else { continue }
      let entries = updated.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.map(\.key)
      let gone = feed.tombstones.map(\.id)
      documents.append(
        .init(
          feed: definition.name, number: number, entries: entries,
          tombstones: gone.isEmpty ? nil : gone))
    }
    return documents
  }

  /// The paths of archive documents beyond the last one, left by an archive that was made anew.
  func surplus() throws(FileError) -> [String] {
    var surplus: [String] = []
    for name in rules.feeds.map(\.name) {
      let count = view.open.feeds[name]?.archiveCount ?? 0
      let folder = name.isEmpty ? "archive" : name + "/archive"
      let numbers = try published.names(in: folder).compactMap(Int.init).filter { $0 > count }
      for number in numbers.sorted() { surplus += paths(of: name, number: number) }
    }
    return surplus
  }

  /// The paths of documents of feeds that the settings no longer define; nobody keeps them up to
  /// date.
  var ofUndefinedFeeds: [String] {
    let defined = Set(rules.feeds.map(\.name))
    return view.open.feeds.values.filter { !defined.contains($0.name) }
      .sorted { $0.name < $1.name }
      .flatMap { record in
        (0...record.archiveCount).flatMap { paths(of: record.name, number: $0) }
      }
  }

  /// The paths of a feed's documents: those of one archive document, or for number 0 the
  /// subscription documents.
  private func paths(of name: String, number: Int) -> [String] {
    var feed = Feed(
      name: name, title: "", id: "", baseURL: "", updated: Date(timeIntervalSince1970: 0),
      author: rules.settings.author, entries: [])
    if number > 0 { feed.archive = ArchivePosition(number: number) }
    return FeedFormats.all.map { FeedAddress.path(of: feed, as: $0) }
  }
}
