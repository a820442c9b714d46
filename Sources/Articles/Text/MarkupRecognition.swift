import Markup

/// Tells text with markup in it from plain text.
enum MarkupRecognition {
  /// Whether a text has at least one tag of HTML.
  static func isMarkup(_ text: String) -> Bool {
    guard text.utf8.contains(0x3C) else { return false }
    return text.contains(
      #/<\/?(p|br|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|blockquote|img|figure|table|section|article|u|sup|sub|small|font|script|style|iframe)(\s[^<>]*)?\/?>/#
        .ignoresCase())
  }

  /// A title or other line without the tags and references that came with it.
  static func plainLine(_ text: String) -> String {
    var line = text
    if isMarkup(line) || line.contains(#/&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);/#) {
      line = PlainText.from(html: line).joined(separator: " ")
    }
    return CleanText.line(line)
  }
}
