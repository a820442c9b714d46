import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

/// The entries that a reader finds by following a feed's documents through its archive (RFC 5005
/// §4).
struct FeedChain {
  /// The entries of each archive document, the oldest document first.
  var archives: [[String]] = []
  /// The entries of the subscription document.
  var shown: [String] = []

  /// All entries that are found, without repeats.
  var entries: Set<String> { Set(archives.joined()).union(shown) }

  private struct Document: Decodable {
    struct Item: Decodable {
      var id: String
    }
    var items: [Item]
    var next_url: String?
  }

  /// Follows `next_url` from the subscription document on.
  init(of feed: String = "", in site: PipelineSite) throws {
    let base = site.settings.baseURL
    var url: String? = base + (feed.isEmpty ? "" : feed + "/") + "feed.json"
    var isArchive = false
    while let next = url {
      let path = "\(site.publicDirectory)/\(next.dropFirst(base.count))"
      let bytes = try #require(try site.memory.read(path), "\(next) leads nowhere")
      let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
      let ids = document.items.map(\.id)
      if isArchive { archives.insert(ids, at: 0) } else { shown = ids }
      isArchive = true
      url = document.next_url
    }
  }
}
