/// Ends and beginnings of sentences, as far as readers need them.
enum Sentences {
  /// Whether a line ends as a sentence does, closing quotes and brackets aside.
  static func isEnded(_ line: some StringProtocol) -> Bool {
    let bare = line.reversed().first { !"\"'”’»)]“‘ ".contains($0) }
    guard let bare else { return false }
    return ".!?…。！？:।؟".contains(bare)
  }

  /// The first sentence, cut at a word if it is longer than a headline may be.
  static func first(of text: String, limit: Int = 120) -> String {
    let window = text.prefix(limit + 1)
    var previous: Character = " "
    for index in window.indices {
      let character = window[index]
      let next = text.index(after: index)
      if "。！？".contains(character) { return String(text[..<next]) }
      if ".!?".contains(character),
        previous.isLowercase || previous.isNumber || "”’)".contains(previous),
        next == text.endIndex || text[next] == " "
      {
        return String(text[..<next])
      }
      previous = character
    }
    guard window.count > limit else { return String(window) }
    let cut = window.dropLast()
    let space = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<space] + "…"
  }
}
