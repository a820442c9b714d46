/// The documents read from disk lately, up to a limit of bytes.
///
/// Two generations approximate the order of use: documents used since the last turn are young, the
/// others are old and are dropped at the next turn. A look-up costs one or two look-ups in a
/// dictionary, whatever the number of pages.
struct PageCache: Sendable {
  /// The most that it holds, in bytes.
  let limit: Int
  private var young: [String: ServedDocument] = [:]
  private var old: [String: ServedDocument] = [:]
  private var youngByteCount = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// The number of documents that it holds.
  var count: Int { young.count + old.count }

  /// Returns the document at a path, and makes it young.
  mutating func document(at path: String) -> ServedDocument? {
    if let document = young[path] { return document }
    guard let document = old.removeValue(forKey: path) else { return nil }
    insert(document)
    return document
  }

  /// Keeps a document, unless it alone would take half of the room.
  mutating func insert(_ document: ServedDocument) {
    remove(document.path)
    guard document.byteCount <= limit / 2 else { return }
    if youngByteCount + document.byteCount > limit / 2 {
      old = young
      young = [:]
      youngByteCount = 0
    }
    young[document.path] = document
    youngByteCount += document.byteCount
  }

  /// Drops the document at a path.
  mutating func remove(_ path: String) {
    if let document = young.removeValue(forKey: path) { youngByteCount -= document.byteCount }
    old[path] = nil
  }
}
