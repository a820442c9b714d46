import NewsModel

/// Says whether a sentence can stand as a quotation outside its article.
///
/// Headings, captions without an end, calls to subscribe, credits and halves of quotations cannot.
enum Quotable {
  /// The fewest words of a statement; shorter ones are exclamations, headings and credits.
  static let fewestWords = 6

  /// The sentence as it is quoted: word for word, without a list's bullet or a dateline before it.
  ///
  /// - Returns: The text, or nil if the sentence cannot be quoted or is longer than the limit.
  static func text(of sentence: ReadSentence, in article: ReadArticle, longest: Int) -> String? {
    let words = article.words(sentence)
    guard words.count >= fewestWords, sentence.bytes.count <= longest * 4 + 16 else { return nil }
    let bytes = article.bytes(sentence)[sentence.bytes]
    guard isEnded(bytes, words), isPlain(bytes, longest: longest), !phrases.isFound(in: bytes),
      !hasSpeaker(sentence, in: article), !isDated(sentence, in: article)
    else {
      return nil
    }
    let text = String(withoutDateline(withoutBullet(String(decoding: bytes, as: UTF8.self))))
    return text.unicodeScalars.count <= longest ? text : nil
  }

  /// A sentence without the bullet of a list before it.
  static func withoutBullet(_ sentence: String) -> Substring {
    sentence.drop { $0.isWhitespace || "-–—•*·▪‣".contains($0) }
  }

  /// Whether a text ends as a statement does; a heading, a caption and a question do not.
  static func isEnded(_ bytes: ArraySlice<UInt8>, _ words: ArraySlice<ScannedWord>) -> Bool {
    var end = bytes.endIndex
    while end > bytes.startIndex {
      var start = end - 1
      while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let scalar = SentenceWordScanner.decode(bytes, start).scalar
      guard closing.contains(scalar) else {
        if ends.contains(scalar) { return true }
        // Thai and Lao mark no ends.
        return (0x0E00...0x0EFF).contains(scalar.value)
      }
      end = start
    }
    return false
  }

  /// Whether quotes and brackets are closed, no address stands in the text, and it does not shout.
  private static func isPlain(_ bytes: ArraySlice<UInt8>, longest: Int) -> Bool {
    var (depth, straight, upper, lower, length) = (0, 0, 0, 0, 0)
    var isGerman = false
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let (scalar, next) = SentenceWordScanner.decode(bytes, at)
      switch scalar {
      case "a"..."z": lower += 1
      case "A"..."Z": upper += 1
      case "“", "«", "「", "『", "(", "[", "（": depth += 1
      case "”", "»", "」", "』", ")", "]", "）": depth -= 1
      // „German“ closes with the mark that opens in English.
      case "„": isGerman = true
      case "\"": straight += 1
      case "@", "©", "\u{FFFD}": return false
      default: break
      }
      if depth < 0, !isGerman { return false }
      length += 1
      at = next
    }
    // A bullet goes off; what is longer by more is too long for sure.
    guard length <= longest + 4, straight % 2 == 0, depth == 0 || isGerman else { return false }
    return upper <= lower || upper + lower < 8
  }

  private static let ends: Set<Unicode.Scalar> = [
    ".", "!", "…", "。", "！", "।", "۔", "။", "។", "։", "｡", "॥",
  ]

  private static let closing: Set<Unicode.Scalar> = [
    "\"", "'", "”", "’", "“", "»", "›", ")", "]", "」", "』", "）", "》", " ",
  ]

  /// The words that sites print around reports, where the reader of the file left it in.
  private static let phrases = PhraseList([
    "://", "www.", "sign up", "newsletter", "subscribe", "read more", "click here", "follow us",
    "all rights reserved",
    "getty images", "cookie", "privacy policy", "advertisement", "originally published",
    "this article",
    "this story", "download our app", "share this", "image source", "image caption", "photo by",
    "photograph:", "file photo", "live updates",
    "contributed to this report", "reporting by", "editing by", "abonnieren", "weiterlesen",
    "lesen sie auch",
    "lire aussi", "abonnez-vous", "leer más", "suscríbete", "lea también", "leggi anche",
    "iscriviti",
    "lees ook", "leia também", "читайте также", "подписывайтесь", "xem thêm", "đọc thêm",
    "bấm vào đây", "join our", "breaking news alert", "watch the video", "listen to our",
    "more on this", "related:",
    "copyright", "terms of use", "scroll down", "have you been affected", "email us",
    "telegram channel", "whatsapp channel",
    "is a news reporter", "is a reporter", "is a senior reporter", "is a staff writer",
    "is a journalist", "is a correspondent", "is a freelance", "editor's note", "editor’s note",
    "sponsored", "paywall", "free trial", "our journalism",
    "tip line", "see also",
    "lesen sie", "siehe auch", "mehr zum thema", "à lire", "voir aussi", "lire la suite",
    "ver también", "leggi tutto",
    "assine", "saiba mais", "meld je aan", "подробнее", "theo dõi chúng tôi",
  ])
}
