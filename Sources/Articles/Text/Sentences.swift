import NewsModel

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
    let bytes = Array(window.utf8)
    let sentences = SentenceSplitter.split(
      bytes, words: SentenceWordScanner.scan(bytes), language: nil)
    let first = sentences.first.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    guard first.count > limit else { return first }
    let cut = window.dropLast()
    let space = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<space] + "…"
  }
}
