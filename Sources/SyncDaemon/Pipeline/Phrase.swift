/// A phrase of a feed's `words`: the words that must all stand in a text, in any order.
///
/// A word matches a whole word, whatever its case. In scripts that put no spaces between words
/// (Chinese, Japanese, Thai, Lao, Khmer, Burmese) it matches wherever its characters stand; in
/// Korean, which writes particles at the end of words, where a word begins with it.
struct Phrase {
  private let words: [FoldedText.Word]

  /// Reads a phrase.
  init(_ text: String) { words = FoldedText(text).parts }

  /// Whether it has no word, and so says nothing about a text.
  var isEmpty: Bool { words.isEmpty }

  /// Whether a text has all of its words.
  func stands(in text: FoldedText) -> Bool {
    !words.isEmpty
      && words.allSatisfy { word in
        switch word.script {
        case .spaced: text.words.contains(word.text)
        case .korean: text.words.contains { $0.hasPrefix(word.text) }
        case .unspaced: text.unspaced.contains { $0.contains(word.text) }
        }
      }
  }
}
