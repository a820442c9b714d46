/// One sentence of an article, ready to be compared.
struct ReadSentence: Sendable {
  /// The paragraph that it stands in; -1 is the title, -2 the summary.
  var paragraph: Int
  /// Its bytes in the paragraph.
  var bytes: Range<Int>
  /// Its words in the paragraph.
  var words: Range<Int>
  /// The stems of its words, sorted, each once.
  var stems: [UInt64]

  /// The place in its article.
  var place: Place { Place(paragraph: paragraph, start: bytes.lowerBound) }

  /// A place in an article: a paragraph and a byte of it.
  struct Place: Hashable, Sendable {
    var paragraph: Int
    var start: Int
  }
}
