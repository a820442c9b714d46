/// Recognises marks which say that a text goes on elsewhere.
enum CutMark {
  /// The longest mark in characters; only this much of a text's end is looked at.
  private static let reach = 80

  /// Takes `[+1234 chars]`, `[…]`, `… Read more` and the like off the end of a text.
  ///
  /// - Returns: The text without the mark (an ellipsis stays), and whether it is cut.
  static func taken(from text: String) -> (text: String, isCut: Bool) {
    var result = text
    var isCut = false
    // Each mark is taken with a copy of what is before it; no site sets more than two.
    for _ in 0..<4 {
      guard let shorter = bracketed(result) ?? phrased(result) else { break }
      result = shorter
      isCut = true
    }
    return (result, isCut || result.hasSuffix("…") || result.hasSuffix("..."))
  }

  private static func bracketed(_ text: String) -> String? {
    guard let last = text.last, last == "]" || last == ")" else { return nil }
    let tail = text.suffix(reach)
    guard let open = tail.lastIndex(of: last == "]" ? "[" : "(") else { return nil }
    let inner = tail[tail.index(after: open)...].dropLast().lowercased().trimmingWhitespace()
    let front = text[..<open].trimmingWhitespace()
    if ["…", "...", "&hellip;"].contains(inner) {
      return front.isEmpty ? front : front + (isElliptic(front) ? "" : " …")
    }
    if phrases.contains(inner) || isCount(inner) { return front }
    return nil
  }

  /// `+1234 chars` or `1234 chars`, as news services count what they hold back.
  private static func isCount(_ inner: String) -> Bool {
    let rest = inner.drop { "+ ".contains($0) }
    let unit = rest.drop { $0.isNumber }.trimmingWhitespace()
    return rest.first?.isNumber == true && ["chars", "characters", "words"].contains(unit)
  }

  /// `… Continue reading →`: the words alone may end a sentence, so a mark must stand before or
  /// after them.
  private static func phrased(_ text: String) -> String? {
    let tail = text.suffix(reach)
    var bare = tail
    while let last = bare.last, " …»→>.".contains(last) { bare.removeLast() }
    let isMarked = tail[bare.endIndex...].contains { "…»→>".contains($0) }
    guard bare.last?.isLetter == true else { return nil }
    let lower = bare.lowercased()
    guard let phrase = phrases.first(where: { lower.hasSuffix($0) }) else { return nil }
    let front = String(text[..<bare.endIndex].dropLast(phrase.count)).trimmingWhitespace()
    return !front.isEmpty && (isMarked || isElliptic(front)) ? front : nil
  }

  private static func isElliptic(_ text: String) -> Bool {
    text.hasSuffix("…") || text.hasSuffix("...")
  }

  private static let phrases = [
    "continue reading", "read more", "read on", "keep reading", "more", "weiterlesen",
    "lire la suite", "leer más", "читать далее",
  ]
}
