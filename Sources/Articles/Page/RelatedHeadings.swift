/// Headings of what follows an article: other reports, comments, its author.
enum RelatedHeadings {
  /// Whether a line is one.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    // Sixty letters: longer ones are headlines.
    guard text.count <= 70, let last = text.last, ![0x2E, 0x3F, 0x21].contains(last) else {
      return false
    }
    return phrases.begins(text)
  }

  private static let phrases: PhraseFinder = {
    var list = PhraseFinder()
    list.add(
      0,
      [
        "related", "more on", "more from", "more stories", "more in", "read more", "read next",
        "read also", "also read", "see also", "you may also", "you might also", "most read",
        "most popular", "popular", "recommended", "trending", "latest", "don't miss", "don’t miss",
        "about the author", "share this", "tags", "comments", "leave a comment", "leave a reply",
        "tell us what",
        "mehr zum", "mehr von", "mehr aus", "mehr themen", "mehr artikel", "weiteres",
        "weitere artikel", "weitere beitr", "weitere themen", "weitere infos",
        "weitere nachrichten",
        "weitere meld", "lesen sie auch", "auch interessant", "das könnte", "das thema könnte",
        "ähnliche", "verwandte", "passend", "meistgelesen", "zum thema", "über den autor",
        "links zum", "teilen", "kommentare", "schreibe einen", "schon gelesen",
        "lire aussi", "à lire", "sur le même", "articles liés", "articles similaires",
        "te puede", "te podría", "le puede", "lea también", "lee también", "temas", "relacionad",
        "más sobre", "más noticias", "más en", "noticias relacionadas",
        "leia também", "leia mais", "veja também", "mais lidas", "mais sobre",
        "leggi anche", "potrebbe", "articoli corr", "lees ook", "meer over",
        "czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także", "polecamy",
        "читайте также", "читайте також", "ещё по теме", "по теме", "похожие", "самые популярные",
        "ezek is", "関連", "おすすめ", "相关", "延伸阅读", "관련",
      ])
    return list
  }()
}
