import Feeds
import FoundationEssentials
import NewsModel

extension Pipeline {
  /// The archive documents of a feed that were published at another address of the site, at this one.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - written: The numbers of those that are rendered anyhow.
  /// - Throws: `FileError` if one cannot be read.
  /// - Returns: Those that were published elsewhere, as they are to be here.
  func movedArchives(of feed: Feed, but written: Set<Int>) throws(FileError) -> [FeedDocument] {
    var documents: [FeedDocument] = []
    let count = state.feeds[feed.name]?.archiveCount ?? 0
    for number in 1..<(count + 1) where !written.contains(number) {
      var archive = feed
      archive.archive = ArchivePosition(number: number)
      let relocation = ArchiveRelocation(of: archive)
      for format in FeedFormats.all {
        let path = site.publicDirectory.appendingPath(relocation.path(as: format))
        if let bytes = try files.read(path),
          let document = relocation.document(bytes, as: format)
        {
          documents.append(document)
        }
      }
    }
    return documents
  }

  /// The documents of feeds that the settings do not define any more: nobody keeps them up to date.
  var documentsOfUndefinedFeeds: [String] {
    let defined = Set(FeedDefinition.all(settings).map(\.name))
    return state.feeds.values.filter { !defined.contains($0.name) }
      .sorted { $0.name < $1.name }
      .flatMap { record -> [String] in
        let feed = Feed(
          name: record.name, title: "", id: "", baseURL: "",
          updated: Date(timeIntervalSince1970: 0), author: settings.author, entries: [])
        return (0...record.archiveCount).flatMap { number in
          var document = feed
          if number > 0 { document.archive = ArchivePosition(number: number) }
          return FeedFormats.all.map { FeedAddress.path(of: document, as: $0) }
        }
      }
  }
}
