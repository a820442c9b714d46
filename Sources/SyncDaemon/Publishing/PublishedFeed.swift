import Feeds
import FoundationEssentials
import NewsModel

/// The ids of the entries and tombstones of a published JSON Feed.
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

  /// Reads a published feed.
  ///
  /// - Throws: `FileError` if the file is there and cannot be read.
  /// - Returns: Nil if there is no file, or if it is damaged.
  static func read(
    _ path: String, _ published: PublishedDocuments
  ) throws(FileError) -> PublishedFeed? {
    guard let bytes = try published.read(path) else { return nil }
    // Silence is right: a damaged document says nothing, and every caller goes on without it.
    return try? JSONDecoder().decode(PublishedFeed.self, from: Data(bytes))
  }
}
