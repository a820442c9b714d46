import Feeds

/// The documents that wait to be uploaded or removed, each path once: of several publications the
/// last word about a path counts.
struct MirrorQueue: Sendable {
  /// The work that is taken at once: documents in the order of their upload, then paths to remove.
  struct Batch: Sendable {
    var documents: [(document: FeedDocument, version: ObjectVersion)] = []
    var removed: [String] = []
    var isEmpty: Bool { documents.isEmpty && removed.isEmpty }
  }

  /// The most bytes that wait; beyond, everything is looked at instead.
  ///
  /// A publication of a few hundred pages has 5 to 20 MB, and the server shares its bytes.
  let limit: Int
  private var documents: [String: (document: FeedDocument, version: ObjectVersion)] = [:]
  private var removed: Set<String> = []
  private var byteCount = 0

  init(limit: Int = 64 << 20) { self.limit = limit }

  /// The number of paths that wait.
  var count: Int { documents.count + removed.count }

  /// Adds a publication.
  ///
  /// - Returns: Whether there is room; if not, the queue is empty now.
  mutating func add(_ publication: Publication, epoch: Int) -> Bool {
    let version = ObjectVersion(epoch: epoch, sequence: publication.number)
    for document in publication.documents {
      byteCount += document.bytes.count - (documents[document.path]?.document.bytes.count ?? 0)
      documents[document.path] = (document, version)
      removed.remove(document.path)
    }
    for path in publication.removed {
      byteCount -= documents.removeValue(forKey: path)?.document.bytes.count ?? 0
      removed.insert(path)
    }
    guard byteCount <= limit else {
      clear()
      return false
    }
    return true
  }

  /// Whether something waits to be done about a path.
  func holds(_ path: String) -> Bool { documents[path] != nil || removed.contains(path) }

  /// Forgets everything.
  mutating func clear() {
    (documents, removed, byteCount) = ([:], [], 0)
  }

  /// Takes everything.
  ///
  /// All at once, so that feeds do not wait for as long as pages keep coming; each batch has the
  /// pages that its feeds link to, or an earlier one had.
  mutating func takeAll() -> Batch {
    defer { clear() }
    return Batch(
      documents: documents.values.sorted {
        (DocumentRank(path: $0.document.path), $0.document.path)
          < (DocumentRank(path: $1.document.path), $1.document.path)
      }, removed: removed.sorted())
  }
}
