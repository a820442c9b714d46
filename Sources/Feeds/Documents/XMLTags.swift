/// The tags of a well-formed XML document, one after the other, by their places in the bytes.
///
/// It reads documents of our own writer, to find the beginning and end of each entry. It checks
/// nothing and resolves nothing. A DOCTYPE, which we never write, ends the sequence.
struct XMLTags: Sequence, IteratorProtocol {
  /// One tag.
  struct Tag {
    enum Kind {
      case opening
      case closing
      /// `<link/>`: both at once.
      case empty
    }

    var kind: Kind
    /// The whole tag, from `<` up to and with `>`.
    var range: Range<Int>
    /// The qualified name.
    var name: Range<Int>
    /// The number of elements that it lies in: 0 for those of the root.
    var depth: Int
  }

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Tag? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[start...].dropFirst()
      switch rest.first {
      case UInt8(ascii: "!"):
        if rest.starts(with: Array("!--".utf8)) {
          guard skip(past: "-->", from: start + 4) else { return nil }
        } else if rest.starts(with: Array("![CDATA[".utf8)) {
          guard skip(past: "]]>", from: start + 9) else { return nil }
        } else {
          return nil
        }
      case UInt8(ascii: "?"):
        guard skip(past: "?>", from: start + 2) else { return nil }
      default:
        return tag(at: start)
      }
    }
    return nil
  }

  private mutating func tag(at start: Int) -> Tag? {
    let isClosing = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isClosing ? 2 : 1)
    var end = nameStart
    while end < bytes.count, !XMLTags.endsName(bytes[end]) { end += 1 }
    let name = nameStart..<end
    // A ">" inside of quotes is part of an attribute.
    var quote: UInt8?
    while end < bytes.count {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      end += 1
    }
    guard end < bytes.count else { return nil }
    position = end + 1
    let kind: Tag.Kind =
      isClosing ? .closing : bytes[end - 1] == UInt8(ascii: "/") ? .empty : .opening
    if isClosing { depth -= 1 }
    let tag = Tag(kind: kind, range: start..<position, name: name, depth: depth)
    if kind == .opening { depth += 1 }
    return tag
  }

  private mutating func skip(past end: StaticString, from start: Int) -> Bool {
    let pattern = end.withUTF8Buffer { Array($0) }
    var at = start
    while at + pattern.count <= bytes.count {
      if bytes[at] == pattern[0], bytes[at..<at + pattern.count].elementsEqual(pattern) {
        position = at + pattern.count
        return true
      }
      at += 1
    }
    return false
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }
}
