import Feeds
import FoundationEssentials
import NewsModel
import Stories

extension Pipeline {
  /// The archive documents of a feed that were published at another address of the site, at this one, and those before
  /// ones that are rendered, with their link to them (RFC 5005 §4, `next-archive`).
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - written: The numbers of those that are rendered anyhow.
  /// - Throws: `FileError` if one cannot be read.
  /// - Returns: Those that are others here, as they are to be.
  func movedArchives(of feed: Feed, but written: Set<Int>) throws(FileError) -> [FeedDocument] {
    var documents: [FeedDocument] = []
    let count = state.feeds[feed.name]?.archiveCount ?? 0
    for number in 1..<(count + 1) where !written.contains(number) {
      var archive = feed
      archive.archive = ArchivePosition(number: number)
      let relocation = ArchiveRelocation(of: archive)
      for format in FeedFormats.all {
        let path = site.publicDirectory.appendingPath(relocation.path(as: format))
        guard let bytes = try files.read(path) else { continue }
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

  /// The archive documents of a feed as they are to be made again with other settings of the text: their entries as they are
  /// now, less what is gone.
  ///
  /// One that holds what was pruned stays as it is: its texts are not there to be shown in another extent, and nothing may be
  /// missing from the chain.
  func archivesAgain(
    of definition: FeedDefinition, count: Int
  ) throws(FileError) -> [PublicationRecord.Archive] {
    let hasPruned = archive.records.values.contains { $0.isPruned == true }
    let mint = SingleArticleEntry(settings: settings)
    var documents: [PublicationRecord.Archive] = []
    for number in 1..<(count + 1) {
      let path = documentPaths(of: definition.name, number: number).first { $0.hasSuffix(".json") }
      guard let path,
        let published = try PublishedFeed.read(site.publicDirectory.appendingPath(path), files)
      else { continue }
      var updated: [EntryID: Date] = [:]
      for id in published.entries {
        updated[id] =
          definition.isMerged
          ? state.ledger.stories[id]?.updated
          : articleOfEntry[id].flatMap { state.articles[$0]?.article }.map(mint.updated)
      }
      let isWhole = published.entries.allSatisfy { id in
        updated[id] != nil || (definition.isMerged ? state.ledger.retired[id] != nil : !hasPruned)
      }
      guard isWhole else { continue }
      let entries = updated.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.map(\.key)
      let gone = published.tombstones.map(\.id)
      documents.append(
        .init(
          feed: definition.name, number: number, entries: entries,
          tombstones: gone.isEmpty ? nil : gone))
    }
    return documents
  }

  /// The archive documents beyond those that a feed has: of an archive that was numbered anew.
  func surplusArchives() throws(FileError) -> [String] {
    var paths: [String] = []
    for name in FeedDefinition.all(settings).map(\.name) {
      let count = state.feeds[name]?.archiveCount ?? 0
      let folder = site.publicDirectory.appendingPath(name.isEmpty ? "archive" : name + "/archive")
      let numbers = try files.list(folder).compactMap(Int.init).filter { $0 > count }
      for number in numbers.sorted() { paths += documentPaths(of: name, number: number) }
    }
    return paths
  }

  /// Where a feed's documents are: those of one archive document, or, of number 0, the subscription documents.
  private func documentPaths(of name: String, number: Int) -> [String] {
    var feed = Feed(
      name: name, title: "", id: "", baseURL: "", updated: Date(timeIntervalSince1970: 0),
      author: settings.author, entries: [])
    if number > 0 { feed.archive = ArchivePosition(number: number) }
    return FeedFormats.all.map { FeedAddress.path(of: feed, as: $0) }
  }

  /// The documents of feeds that the settings do not define any more: nobody keeps them up to date.
  var documentsOfUndefinedFeeds: [String] {
    let defined = Set(FeedDefinition.all(settings).map(\.name))
    return state.feeds.values.filter { !defined.contains($0.name) }
      .sorted { $0.name < $1.name }
      .flatMap { record in
        (0...record.archiveCount).flatMap { documentPaths(of: record.name, number: $0) }
      }
  }
}
