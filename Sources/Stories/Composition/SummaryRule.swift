import NewsModel

/// Makes the summary of an entry: the canonical article's own, else its first sentences.
enum SummaryRule {
  /// The most characters of a summary.
  ///
  /// 55 words, the excerpt that WordPress and with it most feeds carry, are about 320 characters of
  /// news (5.9 a word with its space in mix-dev).
  static let longest = 320
  /// The most sentences of a summary (`Entry.summary`: one to three).
  static let sentences = 3

  /// The summary of an article; its title if it says nothing else.
  static func summary(of article: ReadArticle) -> String {
    for source in [article.summary, article.body] {
      let text = first(of: source, in: article)
      if !text.isEmpty { return text }
    }
    return ""
  }

  /// The first sentences within the limit; the first one alone is cut between words if it must be.
  private static func first(of sentences: [ReadSentence], in article: ReadArticle) -> String {
    let title = article.title.flatMap(\.stems)
    // Many texts begin with their title, with headings or a list; a statement says more.
    let statements = sentences.filter {
      $0.stems != title && Quotable.isEnded(article.bytes($0)[$0.bytes], article.words($0))
    }
    var text = ""
    var count = 0
    for sentence in statements.isEmpty ? sentences : statements where count < Self.sentences {
      let next = String(Quotable.withoutBullet(article.text(sentence)))
      guard !text.isEmpty else {
        text = cut(next, to: longest)
        count = 1
        continue
      }
      guard text.count + 1 + next.count <= longest else { break }
      text += article.words(sentence).contains { $0.kind == .pair } ? next : " " + next
      count += 1
    }
    return text
  }

  /// Cuts a text between words and marks the cut with an ellipsis; never inside a word.
  static func cut(_ text: String, to longest: Int) -> String {
    guard text.count > longest else { return text }
    let head = text.prefix(max(0, longest - 1))
    guard let space = head.lastIndex(where: \.isWhitespace), space > head.startIndex else {
      // No space in reach: a script without spaces, where every character is a place to cut, or no
      // text at all.
      let words = SentenceWordScanner.scan(Array(head.utf8))
      return words.contains { $0.kind == .pair } ? head + "…" : String(text.prefix(longest))
    }
    var end = space
    while end > head.startIndex,
      ",;:–—-".contains(head[head.index(before: end)])
        || head[head.index(before: end)].isWhitespace
    { end = head.index(before: end) }
    return head[..<end] + "…"
  }
}
