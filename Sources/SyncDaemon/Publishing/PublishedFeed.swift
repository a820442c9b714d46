import Feeds
import FoundationEssentials
import NewsModel

/// The entries of a published JSON Feed: which they are, and which are gone.
struct PublishedFeed: Decodable {
  struct Item: Decodable {
    var id: EntryID
  }
  struct Tombstone: Decodable, Hashable {
    var id: EntryID
    var when: String
  }
  private struct Extension: Decodable {
    var tombstones: [Tombstone]?
  }
  private var items: [Item]
  private var _newsfold: Extension?

  /// The last part of its path.
  static let name = JSONFeedFormat().fileName

  /// Its entries, in its order.
  var entries: [EntryID] { items.map(\.id) }
  /// The stories that it announces as gone.
  var tombstones: [Tombstone] { _newsfold?.tombstones ?? [] }

  /// Reads one.
  ///
  /// - Throws: `FileError` if it is there and cannot be read.
  /// - Returns: Nil if it is not there or is no feed any more.
  static func read(_ path: String, _ files: any DurableFiles) throws(FileError) -> PublishedFeed? {
    guard let bytes = try files.read(path) else { return nil }
    // What is damaged says nothing, and whoever asks goes on without it.
    return try? JSONDecoder().decode(PublishedFeed.self, from: Data(bytes))
  }
}
