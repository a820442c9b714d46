import Feeds
import NIOCore

/// The histories of all feed documents, by path.
struct DeltaHistories: Codable, Hashable, Sendable {
  private var histories: [String: DeltaHistory] = [:]

  /// Records a version of a document, if it is a feed.
  mutating func record(_ document: ServedDocument) {
    guard let slices = document.slices else { return }
    histories[document.path, default: DeltaHistory()].record(
      tag: document.instance, entries: slices)
  }

  /// Forgets a document that is no longer published.
  mutating func forget(_ path: String) {
    histories[path] = nil
  }

  /// The delta of a document for a client that has one of these tags; nil if the client needs the
  /// whole.
  func delta(of document: ServedDocument, since tags: EntityTagList) -> FeedDelta? {
    guard case .tags(let tags) = tags, let slices = document.slices,
      let history = histories[document.path]
    else { return nil }
    // A tag is the instance's digest in quotes, with the coding after it.
    let instances = tags.map { String($0.opaque.dropFirst().prefix(document.instance.count)) }
    guard let known = history.known(slices, since: instances), !known.isEmpty else { return nil }
    let bytes = Array(document.identity.body.readableBytesView)
    return FeedDelta(body: ByteBuffer(bytes: slices.delta(of: bytes, without: known)))
  }
}
