import NewsModel

/// The entries that passed in one version of a feed document: the check of the next version reads
/// only the others.
///
/// An entry is known by the digest of its bytes; an entry that passed need not be read again under
/// the same root element. Checks of whole windows took a third of the time from a file to its feed
/// (2026-11-22, 100 entries, three formats).
public struct CheckedEntries: Sendable {
  /// The document up to the end of its root element's start tag: the namespaces that entries are
  /// read under.
  private var root: [UInt8] = []
  private var entries: [ContentDigest: CheckedFeed.Entry] = [:]

  /// Makes a set without entries.
  public init() {}

  /// Reads a feed document, of its entries only those that are not known.
  ///
  /// The first entry is always read, so that the document around the entries is checked with one in
  /// it.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - slices: The places of its entries.
  ///   - read: Reads a whole document of its format.
  /// - Returns: The contents of the document.
  /// - Throws: Errors of `read`.
  mutating func feed(
    _ bytes: [UInt8], _ slices: FeedSlices, read: ([UInt8]) throws(DocumentFault) -> CheckedFeed
  ) throws(DocumentFault) -> CheckedFeed {
    let root = Self.root(of: bytes)
    let former = root == self.root ? entries : [:]
    var known = slices.digests.filter { former[$0] != nil }
    if let first = slices.slices.first { known.remove(first.digest) }
    guard slices.isJoinedAsWritten(in: bytes) else { return try read(bytes) }
    var feed = try read(known.isEmpty ? bytes : slices.delta(of: bytes, without: known))
    let unread = slices.slices.filter { !known.contains($0.digest) }
    // The two disagree on what is an entry, so the whole document is read.
    guard unread.count == feed.entries.count else { return try read(bytes) }
    var new: [ContentDigest: CheckedFeed.Entry] = [:]
    for (slice, entry) in zip(unread, feed.entries) { new[slice.digest] = entry }
    for digest in known { new[digest] = former[digest] }
    feed.entries = slices.slices.compactMap { new[$0.digest] }
    (self.root, entries) = (root, new)
    return feed
  }

  private static func root(of bytes: [UInt8]) -> [UInt8] {
    // The declaration and processing instructions before it end with `?>`; JSON has no `>` to find
    // before its entries, nor anything outside of an entry that says how to read it.
    guard bytes.first == UInt8(ascii: "<") else { return [] }
    var last: UInt8 = 0
    let end = bytes.firstIndex { byte in
      defer { last = byte }
      return byte == UInt8(ascii: ">") && last != UInt8(ascii: "?")
    }
    return Array(bytes[...(end ?? bytes.endIndex - 1)])
  }
}
