import NewsModel

/// Finds the passages between quotation marks.
enum QuotedSpans {
  /// The ranges between the quotation marks of a sentence; an open one ends with it.
  static func of(_ bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    var (found, start): ([Range<Int>], Int?) = ([], nil)
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      switch scalar {
      case "“", "„", "«", "»", "”", "\"":
        if let begun = start {
          // “ closes in German what „ opens.
          found.append(begun..<at)
          start = nil
        } else if scalar != "”" {
          start = next
        }
      default: break
      }
      at = next
    }
    if let start, start < range.upperBound { found.append(start..<range.upperBound) }
    return found
  }
}
