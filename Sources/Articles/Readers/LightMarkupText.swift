/// Text of a light markup without its marks: links become their words, emphasis goes.
enum LightMarkupText {
  static func plain(_ text: String, _ language: LightMarkup) -> String {
    var result = ""
    var rest = text[...]
    while let next = rest.first {
      if let link = link(rest, language) {
        result += link.text
        rest = rest[link.end...]
        continue
      }
      let isMark = language == .restructuredText ? "*`".contains(next) : "*_`=~".contains(next)
      // A mark stands at the edge of a word; `snake_case` and `2 * 3` have none.
      let before = result.last
      let after = rest.dropFirst().first
      let opens =
        (before?.isLetter != true && before?.isNumber != true) && after?.isWhitespace == false
      let closes =
        before?.isWhitespace == false && (after?.isLetter != true && after?.isNumber != true)
      rest.removeFirst()
      if isMark, opens != closes || (opens && closes && before == nil) { continue }
      if language == .restructuredText, next == "_", closes, result.last?.isLetter == true {
        continue
      }
      result.append(next)
    }
    return result
  }

  /// A link at the beginning of a text, as its words.
  private static func link(
    _ text: Substring, _ language: LightMarkup
  ) -> (text: String, end: String.Index)? {
    switch language {
    case .restructuredText:
      guard text.first == "`", let close = text.dropFirst().prefix(500).firstIndex(of: "`"),
        let angle = text[..<close].lastIndex(of: "<")
      else { return nil }
      let words = text[text.index(after: text.startIndex)..<angle].trimmingWhitespace()
      let end = text[text.index(after: close)...].drop { $0 == "_" }.startIndex
      return (words, end)
    case .asciiDoc:
      guard text.hasPrefix("http") || text.hasPrefix("link:"),
        let open = text.prefix(500).firstIndex(of: "["), !text[..<open].contains(" "),
        let close = text[open...].prefix(500).firstIndex(of: "]")
      else { return nil }
      let words = text[text.index(after: open)..<close].prefix { $0 != "^" }
      return (String(words), text.index(after: close))
    case .org:
      guard text.hasPrefix("[["), let close = text.prefix(1000).firstRange(of: "]]") else {
        return nil
      }
      let inner = text[..<close.lowerBound].dropFirst(2)
      let words = inner.firstRange(of: "][").map { inner[$0.upperBound...] } ?? inner
      return (String(words), close.upperBound)
    }
  }
}
