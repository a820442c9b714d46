/// Says whether a sentence can stand as a quotation outside its article.
///
/// Headings, captions without an end, calls to subscribe, credits and halves of quotations cannot.
enum Quotable {
  /// The fewest words of a statement; shorter ones are exclamations, headings and credits.
  static let fewestWords = 6

  /// The sentence as it is quoted: word for word, without a list's bullet.
  ///
  /// - Returns: The text, or nil if the sentence cannot be quoted or is longer than the limit.
  static func text(of sentence: ReadSentence, in article: ReadArticle, longest: Int) -> String? {
    let words = article.words(sentence)
    guard words.count >= fewestWords, sentence.bytes.count <= longest * 4 else { return nil }
    let text = withoutBullet(article.text(sentence))
    guard text.count <= longest, isEnded(text, words), isBalanced(text) else { return nil }
    guard !isBoilerplate(text, words) else { return nil }
    return String(text)
  }

  /// A sentence without the bullet of a list before it.
  static func withoutBullet(_ sentence: String) -> Substring {
    sentence.drop { $0.isWhitespace || "-–—•*·▪‣".contains($0) }
  }

  /// How well a sentence stands alone, as a factor of what it adds.
  ///
  /// One that begins with a pronoun leans on the one before it: it goes behind an equal that does not, by a third.
  static func standing(of sentence: ReadSentence, in article: ReadArticle) -> Double {
    guard let first = article.words(sentence).first else { return 0 }
    return leaning.contains(first.full) ? 2.0 / 3 : 1
  }

  /// Whether a text ends as a statement does; a heading, a caption and a question do not.
  static func isEnded(_ text: Substring, _ words: ArraySlice<ScannedWord>) -> Bool {
    guard let end = text.unicodeScalars.reversed().first(where: { !closing.contains($0) }) else {
      return false
    }
    if ".!…。！।۔።။។։".unicodeScalars.contains(end) { return true }
    // Thai and Lao mark no ends. A question to the reader tells nothing.
    return words.allSatisfy { $0.kind == .pair } && !"?？؟:：".unicodeScalars.contains(end)
      && !text.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }
  }

  private static func isBalanced(_ text: Substring) -> Bool {
    var depth = 0
    var straight = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "“", "«", "「", "『", "(", "[", "（": depth += 1
      case "”", "»", "」", "』", ")", "]", "）": depth -= 1
      case "„": depth += 0
      case "\"": straight += 1
      default: continue
      }
      if depth < 0 { break }
    }
    // „German“ closes with the mark that opens in English.
    return (depth == 0 || text.contains("„")) && straight % 2 == 0
  }

  private static func isBoilerplate(_ text: Substring, _ words: ArraySlice<ScannedWord>) -> Bool {
    if text.contains("://") || text.contains("www.") || text.contains("@") || text.contains("©") {
      return true
    }
    var (upper, lower) = (0, 0)
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase {
        upper += 1
      } else if scalar.properties.isLowercase {
        lower += 1
      }
    }
    if upper > lower { return true }
    let folded = text.lowercased()
    return phrases.contains { folded.contains($0) }
  }

  private static let closing: Set<Unicode.Scalar> = [
    "\"", "'", "”", "’", "“", "»", "›", ")", "]", "」", "』", "）", "》", " ",
  ]

  private static let leaning: Set<UInt64> = Set(
    """
    he she it they this that these those his her its their but and however er sie es sein ihr dies
    aber il elle ils elles cela ceci mais él ella ellos esto eso pero он она оно они это но
    """.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })

  /// What sites print around reports, where the reader of the file left it in.
  private static let phrases = [
    "sign up", "newsletter", "subscribe", "read more", "click here", "follow us",
    "all rights reserved",
    "getty images", "cookie", "privacy policy", "advertisement", "originally published",
    "this article",
    "this story", "download our app", "share this", "image source", "image caption", "photo by",
    "photograph:",
    "contributed to this report", "reporting by", "editing by", "abonnieren", "weiterlesen",
    "lesen sie auch",
    "lire aussi", "abonnez-vous", "leer más", "suscríbete", "lea también", "leggi anche",
    "iscriviti",
    "lees ook", "leia também", "читайте также", "подписывайтесь", "xem thêm", "đọc thêm",
    "bấm vào đây",
  ]
}
