public import NewsModel

/// Where the entries of a feed document are, so that a part of it can be sent: RFC 3229 with `A-IM: feed`.
///
/// The pieces are those of the document, byte for byte: what stands before the entries, they with what parts them, and the
/// rest. It holds none of those bytes: who asks for some hands them in. A document with some of its entries left out is
/// a valid document of the same format, with the same metadata and tombstones.
public struct FeedSlices: Hashable, Sendable {
  /// One entry of a document.
  public struct Slice: Hashable, Sendable {
    /// The digest of the entry's bytes: it changes with anything that the entry says.
    public var digest: ContentDigest
    /// Where the entry stands in the document.
    public var range: Range<Int>
  }

  /// The document's entries in their order.
  public let slices: [Slice]
  /// The bytes between two entries.
  private let joint: [UInt8]

  /// Takes a document apart by its path and bytes; nil if it is not one that a `FeedFormat` made.
  ///
  /// The lines of a document tell its entries apart: no text can hold what begins and ends them, since `<` is escaped
  /// in XML and line feeds are in JSON.
  public init?(path: String, bytes: [UInt8]) {
    guard let syntax = FeedFormats.format(ofPath: path)?.syntax else { return nil }
    joint = syntax.joint
    let start = Array(syntax.entryStart.utf8)
    let end = Array(syntax.entryEnd.utf8)
    var slices: [Slice] = []
    var opened: Int?
    // JSON has objects at the same depth in its members; the entries follow a line of their own.
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
        // The comma of JSON belongs to what parts the entries.
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

  /// Whether nothing but what the formats put there stands between the entries.
  func isJoinedAsWritten(in bytes: [UInt8]) -> Bool {
    return zip(slices, slices.dropFirst()).allSatisfy { one, next in
      bytes[one.range.upperBound..<next.range.lowerBound].elementsEqual(joint)
    }
  }

  /// The digests of the entries: what a server keeps of a former version.
  public var digests: Set<ContentDigest> { Set(slices.map(\.digest)) }

  /// The document with only those entries that a former version did not have as they are now.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - known: The digests of the former version.
  /// - Returns: The document without them.
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
    // Without any entry the line that they would stand on goes, too.
    if isFirst, tail.first == UInt8(ascii: "\n") { tail = tail.dropFirst() }
    return result + tail
  }
}
