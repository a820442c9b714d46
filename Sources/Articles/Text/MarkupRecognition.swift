import Markup
import NewsModel

/// Tells text with markup in it from plain text.
enum MarkupRecognition {
  /// Whether a text has at least one tag of HTML.
  static func isMarkup(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    while let open = bytes.firstIndex(of: 0x3C) {
      bytes = bytes[bytes.index(after: open)...]
      let inner = bytes.first == 0x2F ? bytes.dropFirst() : bytes
      // The longest name here has ten letters.
      let name = inner.prefix(11).prefix { isLetterOrDigit($0) }
      guard let next = inner.dropFirst(name.count).first,
        [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(next),
        names.contains(String(decoding: name, as: UTF8.self).lowercased())
      else { continue }
      return true
    }
    return false
  }

  /// A title or other line without the tags and references that came with it.
  ///
  /// It is cleaned first: a character that goes may have stood inside a tag.
  static func plainLine(_ text: String) -> String {
    let line = CleanText.line(text)
    guard isMarkup(line) || hasReference(line) else { return line }
    return CleanText.line(PlainText.from(html: line).joined(separator: " "))
  }

  /// A line as `plainLine` makes it, of a text of which no more than so many bytes are looked at.
  ///
  /// - Returns: The line; nil if nothing can be read in it.
  static func legibleLine(_ text: String, byteLimit: Int) -> String? {
    let line = plainLine(String(TextBounds.prefix(of: text, byteLimit: byteLimit)))
    return LegibleText.isLegible(line) ? line : nil
  }

  /// Whether `&amp;`, `&#8217;` or the like stands in a text.
  private static func hasReference(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    while let mark = bytes.firstIndex(of: 0x26) {
      bytes = bytes[bytes.index(after: mark)...]
      let inner = bytes.first == 0x23 ? bytes.dropFirst() : bytes
      // `CounterClockwiseContourIntegral`, the longest name, has 31 letters.
      let name = inner.prefix(32).prefix { isLetterOrDigit($0) }
      if !name.isEmpty, inner.dropFirst(name.count).first == 0x3B { return true }
    }
    return false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static let names: Set = [
    "a", "article", "b", "blockquote", "br", "div", "em", "figure", "font", "h1", "h2", "h3", "h4",
    "h5", "h6", "i", "iframe", "img", "li", "ol", "p", "script", "section", "small", "span",
    "strong", "style", "sub", "sup", "table", "u", "ul",
  ]
}
