/// The words by which names of outlets are known, in the languages of the largest presses.
enum OutletWords {
  /// Those that stand alone in a name.
  private static let words: Set<String> = [
    "news", "times", "post", "tribune", "herald", "gazette", "daily", "today", "journal", "online",
    "tv", "radio", "network", "broadcasting", "newspaper", "magazine", "press", "telegraph",
    "chronicle", "courier", "nachrichten", "zeitung", "tageblatt", "anzeiger", "kurier",
    "actualités", "actualité", "noticias", "diario", "periódico", "giornale", "notizie", "jornal",
    "notícias", "nieuws", "новости", "газета", "новини", "haber", "gazetesi", "báo",
  ]
  /// Those that are part of a word, as in scripts without spaces and in addresses.
  private static let parts = [
    "新聞", "新闻", "网", "網", "日報", "日报", "晚報", "晚报", "時報", "时报", "ニュース", "뉴스", "일보", ".com", ".net",
    ".org", ".co.", ".fr", ".de", ".vn", ".ru",
  ]

  /// Whether a part of a title is the name of an outlet by its words.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - isBehindBar: Whether a bar stands before it; behind a dash more may stand, so that each
  ///     word must begin with a capital.
  /// - Returns: Whether it is.
  static func areIn(_ part: Substring, isBehindBar: Bool) -> Bool {
    let lower = part.lowercased()
    if parts.contains(where: lower.contains) { return true }
    let words = part.split { !($0.isLetter || $0.isNumber) }
    guard words.contains(where: { Self.words.contains($0.lowercased()) }) else { return false }
    return isBehindBar
      || words.count > 1 && words.allSatisfy { $0.first?.isUppercase == true || $0.count <= 3 }
  }
}
