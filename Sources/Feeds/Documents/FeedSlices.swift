public import NewsModel

/// The places of the entries of a feed document, so that a part of it can be sent (RFC 3229 with
/// `A-IM: feed`).
///
/// It keeps places, not bytes: the caller passes the document's bytes in. A document without some
/// of its entries is a valid document of the same format, with the same metadata and tombstones.
public struct FeedSlices: Hashable, Sendable {
  /// One entry of a document.
  public struct Slice: Hashable, Sendable {
    /// The digest of the entry's bytes.
    public var digest: ContentDigest
    /// The place of the entry in the document.
    public var range: Range<Int>
  }

  /// The document's entries in their order.
  public let slices: [Slice]
  /// The bytes between two entries.
  private let joint: [UInt8]

  /// Finds the entries of a document by its path and bytes; nil if no `FeedFormat` made it.
  ///
  /// Entries are recognised by their first and last lines. No text can contain these, because `<`
  /// is escaped in XML and line feeds are escaped in JSON.
  public init?(path: String, bytes: [UInt8]) {
    guard let syntax = FeedFormats.format(ofPath: path)?.syntax else { return nil }
    joint = syntax.joint
    let start = Array(syntax.entryStart.utf8)
    let end = Array(syntax.entryEnd.utf8)
    var slices: [Slice] = []
    var opened: Int?
    // JSON has other objects at the same depth; the entries follow a line of their own.
    let entriesLine = syntax.entriesLine.map { Array($0.utf8) }
    var isInItems = entriesLine == nil
    var lineStart = 0
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[lineStart..<lineEnd]
      if !isInItems {
        isInItems = entriesLine.map { line.starts(with: $0) } ?? true
      } else if opened == nil, line.elementsEqual(start) {
        opened = lineStart
      } else if let begin = opened, line.starts(with: end), line.count <= end.count + 1 {
        // JSON's comma belongs to the separator of entries.
        let range = begin..<(lineStart + end.count)
        let digest = ContentDigest(Array(bytes[range]))
        slices.append(Slice(digest: digest, range: range))
        opened = nil
      }
      lineStart = lineEnd + 1
    }
    guard isInItems, opened == nil else { return nil }
    self.slices = slices
  }

  /// Whether only the format's own separators stand between the entries.
  func isJoinedAsWritten(in bytes: [UInt8]) -> Bool {
    return zip(slices, slices.dropFirst()).allSatisfy { one, next in
      bytes[one.range.upperBound..<next.range.lowerBound].elementsEqual(joint)
    }
  }

  /// The digests of the entries, which a server keeps of a former version.
  public var digests: Set<ContentDigest> { Set(slices.map(\.digest)) }

  /// The document with only those entries that a former version did not have as they are now.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - known: The digests of the former version.
  /// - Returns: The document without the entries of that version.
  public func delta(of bytes: [UInt8], without known: Set<ContentDigest>) -> [UInt8] {
    guard let first = slices.first, let last = slices.last else { return bytes }
    var result = Array(bytes[..<first.range.lowerBound])
    var isFirst = true
    for slice in slices where !known.contains(slice.digest) {
      if !isFirst { result += joint }
      isFirst = false
      result += bytes[slice.range]
    }
    var tail = bytes[last.range.upperBound...]
    // If no entry is left, the line for them goes, too.
    if isFirst, tail.first == UInt8(ascii: "\n") { tail = tail.dropFirst() }
    return result + tail
  }
}
