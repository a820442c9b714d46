/// Where the elements of the top-level array `items` of a JSON document lie in its bytes.
///
/// Like `XMLTags` it reads what our own writer wrote and checks nothing.
struct JSONItems {
  /// Each element, without white space or commas around it.
  private(set) var elements: [Range<Int>] = []
  /// Just after the `[`.
  private(set) var start = 0
  /// At the `]`.
  private(set) var end = 0

  /// Finds the items, or nil if the document has no such array.
  init?(_ bytes: [UInt8]) {
    var position = 0
    var depth = 0
    var key: Range<Int>?
    var itemsDepth: Int?
    var element: Int?
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        if itemsDepth == depth, element == nil { element = position }
        let from = position + 1
        position = JSONItems.endOfString(bytes, from)
        if depth == 1, itemsDepth == nil { key = from..<position }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if itemsDepth == depth, element == nil { element = position }
        depth += 1
        if byte == UInt8(ascii: "["), depth == 2, itemsDepth == nil, let name = key,
          bytes[name].elementsEqual("items".utf8)
        {
          itemsDepth = 2
          start = position + 1
        }
      case UInt8(ascii: "]") where itemsDepth == depth:
        if let begin = element { elements.append(trimmed(bytes, begin..<position)) }
        end = position
        return
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
      case UInt8(ascii: ",") where itemsDepth == depth:
        if let begin = element { elements.append(trimmed(bytes, begin..<position)) }
        element = nil
      default:
        break
      }
      position += 1
    }
    return nil
  }

  /// The place of the closing quote.
  private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position, bytes.count)
  }

  private func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }
}
