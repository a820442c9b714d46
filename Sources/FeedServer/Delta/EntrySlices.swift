import NIOCore
import NewsModel

/// Where the entries of a feed document lie in its bytes, so that a part of them makes a feed of its own.
///
/// Tombstones of Atom count as entries: a client that missed one needs it as much.
struct EntrySlices: Sendable {
  /// One entry: its bytes with the white space before it, and their digest.
  struct Slice: Sendable {
    let range: Range<Int>
    /// 64 bits: among the thousands of entries that one feed has had lately no two agree by chance.
    let digest: UInt64
  }

  let slices: [Slice]
  private let separator: String
  private let bodyStart: Int
  private let bodyEnd: Int

  /// Finds the entries; nil if the document is no feed, or not as we write them.
  init?(_ bytes: [UInt8], mediaType: String) {
    var ranges: [Range<Int>]
    if mediaType.hasPrefix("application/feed+json") {
      guard let items = JSONItems(bytes) else { return nil }
      ranges = items.elements
      (bodyStart, bodyEnd, separator) = (items.start, items.end, ",")
    } else if mediaType.hasPrefix("application/atom+xml") {
      ranges = EntrySlices.elements(bytes, ["entry", "at:deleted-entry"], depth: 1)
      (bodyStart, bodyEnd, separator) = EntrySlices.frame(bytes, &ranges)
    } else if mediaType.hasPrefix("application/rss+xml") {
      ranges = EntrySlices.elements(bytes, ["item"], depth: 2)
      (bodyStart, bodyEnd, separator) = EntrySlices.frame(bytes, &ranges)
    } else {
      return nil
    }
    slices = ranges.map { Slice(range: $0, digest: ContentDigest(Array(bytes[$0])).prefix64) }
  }

  /// The document with these of its entries only.
  func document(_ whole: ByteBuffer, keeping kept: [Slice]) -> ByteBuffer {
    var buffer = ByteBuffer()
    let view = whole.readableBytesView
    let base = view.startIndex
    buffer.writeBytes(view[base..<base + bodyStart])
    for (index, slice) in kept.enumerated() {
      if index > 0 { buffer.writeString(separator) }
      buffer.writeBytes(view[base + slice.range.lowerBound..<base + slice.range.upperBound])
    }
    buffer.writeBytes(view[base + bodyEnd..<view.endIndex])
    return buffer
  }

  private static func elements(
    _ bytes: [UInt8], _ names: [String], depth: Int
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for tag in XMLTags(bytes) where tag.depth == depth {
      guard names.contains(where: { bytes[tag.name].elementsEqual($0.utf8) }) else { continue }
      switch tag.kind {
      case .opening: start = tag.range.lowerBound
      case .empty: found.append(tag.range)
      case .closing:
        if let begin = start { found.append(begin..<tag.range.upperBound) }
        start = nil
      }
    }
    return found
  }

  /// Gives each entry the white space before it; what is between two entries besides goes with the latter.
  private static func frame(
    _ bytes: [UInt8], _ ranges: inout [Range<Int>]
  ) -> (start: Int, end: Int, separator: String) {
    guard let first = ranges.first, let last = ranges.last else {
      return (bytes.count, bytes.count, "")
    }
    var start = first.lowerBound
    while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
    var previous = start
    for index in ranges.indices {
      ranges[index] = previous..<ranges[index].upperBound
      previous = ranges[index].upperBound
    }
    return (start, last.upperBound, "")
  }
}
