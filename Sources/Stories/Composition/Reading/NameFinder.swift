import NewsModel

/// Finds the names and figures of a text: what a report knows, whoever words it.
///
/// A name is a word with a capital where no sentence begins. A sentence in which most words have
/// one is a headline and names nothing; a word all in capitals shouts. Scripts without capitals
/// have figures alone.
struct NameFinder {
  private var found: [UInt64] = []

  /// The names and figures of an article's body, as stems, sorted, each once.
  ///
  /// - Complexity: O(*n* log *n*) in the length of its text.
  static func names(of sentences: [ReadSentence], in article: ReadArticle) -> [UInt64] {
    var finder = NameFinder()
    for sentence in sentences {
      finder.read(article.words(sentence), article.bytes(sentence))
    }
    return finder.names
  }

  /// The names that were found, sorted, each once.
  var names: [UInt64] { unique(found.sorted()) }

  /// Reads the words of one sentence.
  mutating func read(_ words: ArraySlice<ScannedWord>, _ bytes: [UInt8]) {
    let isHeadline = Self.isHeadline(words)
    for word in words.dropFirst() {
      switch word.kind {
      case .digits where word.length > 1: found.append(word.full)
      case .letters where !isHeadline && word.isCapitalised && word.length > 1:
        guard !Quotable.isFirstPerson(word), !Self.isShouted(word, bytes) else { continue }
        found.append(word.stem)
      default: break
      }
    }
  }

  /// Whether most words of a sentence that could be names have a capital.
  static func isHeadline(_ words: ArraySlice<ScannedWord>) -> Bool {
    var (telling, capitalised) = (0, 0)
    for word in words where word.kind == .letters && word.length >= 4 {
      telling += 1
      if word.isCapitalised { capitalised += 1 }
    }
    return capitalised * 2 > telling
  }

  /// Whether a word is too long for an abbreviation, and all in capitals.
  private static func isShouted(_ word: ScannedWord, _ bytes: [UInt8]) -> Bool {
    word.length > 4 && bytes[word.start..<word.end].allSatisfy { !(0x61...0x7A).contains($0) }
      && (0x41...0x5A).contains(bytes[word.start])
  }
}
