import NewsModel

extension Quotable {
  /// Whether a sentence speaks in the first person, or to its reader, outside quotation marks.
  ///
  /// Of the additions to 84 stories of mix-dev one in twenty did, and a reader could not tell who
  /// "I" was.
  static func isPersonal(_ sentence: ReadSentence, in article: ReadArticle) -> Bool {
    guard let persons = firstPersons[article.primaryLanguage] else { return false }
    let words = article.words(sentence)
    guard words.contains(where: { persons.contains($0.full) }) else { return false }
    let quoted = QuotedSpans.of(article.bytes(sentence), in: sentence.bytes)
    return words.contains { word in
      persons.contains(word.full) && !quoted.contains { $0.contains(word.start) }
    }
  }

  /// The persons who speak and are spoken to in some languages; a word that means something else in
  /// news ("us", "mine") is none.
  private static let firstPersons: [String: Set<UInt64>] = [
    "en":
      "me you your you're you’re i my we our i'm i’m i've i’ve i'd i’d i'll i’ll we're we’re we've we’ve we'd we’d we'll we’ll",
    "de": "ich mein meine wir unser unsere",
    "fr": "je j'ai j’ai nous notre",
    "es": "yo nosotros nuestro nuestra",
  ].mapValues { Set($0.split(separator: " ").map { WordHash.of(String($0)) }) }

  /// Whether a word is an English speaker's name for himself, which English alone writes with a
  /// capital.
  static func isFirstPerson(_ word: ScannedWord) -> Bool {
    firstPersons["en"]?.contains(word.full) ?? false
  }

  /// Whether a sentence opens with its speaker, as the turns of a transcript do:
  /// `Holm: We saw nothing.`
  static func hasSpeaker(_ sentence: ReadSentence, in article: ReadArticle) -> Bool {
    let bytes = article.bytes(sentence)
    // A name has three words at most, and a capital each.
    for word in article.words(sentence).prefix(3) {
      guard word.isCapitalised, word.kind != .digits else { return false }
      let next = word.end
      if next + 1 < sentence.bytes.upperBound, bytes[next] == UInt8(ascii: ":"),
        bytes[next + 1] == UInt8(ascii: " ")
      {
        return true
      }
    }
    return false
  }

  /// Whether a sentence ends with a whole date, as captions and notices of posting do:
  /// `… in Kelby, April 12, 2014.`
  static func isDated(_ sentence: ReadSentence, in article: ReadArticle) -> Bool {
    let last = Array(article.words(sentence).suffix(3))
    guard last.count == 3, last[2].kind == .digits, last[2].length == 4, last[1].kind == .digits,
      last[1].length <= 2
    else { return false }
    return months.contains(last[0].full)
  }

  /// The months as English reports name them, in full and short.
  static let months: Set<UInt64> = Set(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })

  /// A sentence without the dateline before it: `KELBY, April 12 (Northline) - The bridge …`
  ///
  /// It says where a report was filed, in a word of capitals, perhaps with a day and an agency;
  /// what follows the dash begins a sentence.
  static func withoutDateline(_ sentence: Substring) -> Substring {
    let first = sentence.prefix { $0.isLetter }
    guard first.count >= 3, first.allSatisfy(\.isUppercase) else { return sentence }
    // The longest of the sample has fifty characters.
    let head = sentence.prefix(60)
    for dash in [" — ", " – ", " - ", " -- "] {
      guard let found = head.firstRange(of: dash) else { continue }
      let rest = sentence[found.upperBound...]
      let isSentence = rest.first.map { $0.isUppercase || "\"“‘«".contains($0) } ?? false
      return isSentence && !sentence[..<found.lowerBound].contains(". ") ? rest : sentence
    }
    return sentence
  }
}
