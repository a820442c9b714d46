import NewsModel

/// A kind of article beside a report of its event: a piece that should not stand for a story that
/// has reports.
///
/// Known by its address, its tags and the form of its title, in several languages; a piece that
/// nothing marks is taken for a report.
enum ReportKind: Sendable {
  case opinion
  case digest
  case live
  case lookBack

  /// Whether it tells of several events, so that only its passage about one is of that story.
  var isRoundUp: Bool { self == .digest || self == .live }

  /// The kind of an article; nil for a report.
  static func of(_ article: Article) -> ReportKind? {
    if sections(of: article).contains(where: opinionSections.contains) { return .opinion }
    let title = Array(EntryComposer.oneLine(article.title).utf8)[...]
    if opinions.isPrefix(of: title) { return .opinion }
    if lives.isPrefix(of: title) || livePhrases.isFound(in: title) { return .live }
    if digests.isPrefix(of: title) || digestPhrases.isFound(in: title) { return .digest }
    return looksBack(article.title) ? .lookBack : nil
  }

  /// The parts of the address and the tags, in lower case.
  private static func sections(of article: Article) -> [String] {
    let path = (article.url ?? "").prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
      .dropFirst(2)
    return path.dropLast().map { $0.lowercased() } + article.tags.map { $0.lowercased() }
  }

  private static let opinionSections: Set<String> = Set(
    """
    opinion opinions op-ed oped editorial editorials columnists columns commentisfree commentary letters
    meinung kommentar kommentare leitartikel debatte tribune tribunes edito opiniones editoriales columnas
    opinioni editoriali commenti opinie colunas colunistas мнения мнение колумнисты bình-luận góc-nhìn goc-nhin opinie
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let opinions = PhraseList([
    "opinion:", "opinion |", "opinion -", "opinion –", "opinion —", "editorial:", "editorial |",
    "commentary:", "column:",
    "letters:", "letters to the editor", "op-ed", "kommentar:", "meinung:", "leitartikel",
    "kolumne:",
    "tribune:", "tribune :", "tribune.", "édito", "opinión:", "opinión |", "columna:",
    "editoriale:", "opinie:",
    "opinião:", "мнение:", "колонка:", "góc nhìn:", "bình luận:", "社説", "社论", "評論", "评论",
  ])

  private static let lives = PhraseList([
    "live:", "live |", "live updates", "live blog", "liveblog", "live-ticker", "liveticker",
    "en direct", "direct.",
    "direct :", "en vivo", "en directo", "última hora:", "in diretta", "diretta", "ao vivo",
    "онлайн:", "trực tiếp",
    "ticker:", "newsblog", "lịch trực tiếp",
  ])

  private static let livePhrases = PhraseList([
    "as it happened", "– live", "- live updates", "— live updates", "live updates:", "live blog",
    "+++", "liveticker",
    "minute by minute", "minuto a minuto", "minute par minute",
  ])

  private static let digests = PhraseList([
    "morning briefing", "evening briefing", "news briefing", "daily briefing", "your briefing",
    "the briefing",
    "morning brief", "evening news", "news in brief", "in brief:", "briefs:", "world briefs",
    "top stories", "headlines:", "today's headlines",
    "today’s headlines", "news roundup", "news round-up", "roundup:", "round-up:", "the week in",
    "week in review",
    "nachrichten kompakt", "kurzmeldungen", "das wichtigste", "die wichtigsten",
    "nachrichtenüberblick",
    "tagesüberblick", "l'essentiel de", "l’essentiel de", "le brief", "les titres",
    "revue de presse",
    "resumen de noticias", "las noticias de", "noticias del día", "titulares:", "rassegna stampa",
    "le notizie di oggi", "resumo do dia", "het nieuws van", "главное за", "дайджест", "điểm tin",
    "tin nóng", "tin tức",
    "mixed bag",
  ])

  private static let digestPhrases = PhraseList([
    "things to know", "things you need to know", "stories you may have missed", "news in brief",
    "briefs for ",
    "what you need to know today", "in today's news", "dinge, die heute", "choses à savoir",
    "cosas que debe saber",
    "at a glance", "photos of the day", "photos of the week", "quotes of the day",
    "today in history",
  ])

  /// Whether a title tells of years gone by: "Thirty years on, Lindø remembers the ferry".
  private static func looksBack(_ title: String) -> Bool {
    let bytes = Array(EntryComposer.oneLine(title).utf8)[...]
    return anniversaries.isFound(in: bytes)
  }

  private static let anniversaries = PhraseList([
    "years on,", "years on:", "years later", "years after", "a year on", "a year after",
    "a year later", "anniversary",
    "decades later", "decades after", "decades on", "jahre danach", "jahre nach", "jahre später",
    "jahrestag",
    "ein jahr nach", "ein jahr danach", "ans après", "ans plus tard", "anniversaire", "un an après",
    "años después",
    "años de la", "aniversario", "un año después", "anni dopo", "anniversario", "un anno dopo",
    "anos depois",
    "aniversário", "jaar na", "jaar later", "лет спустя", "годовщин", "năm sau vụ", "năm sau thảm",
    "kỷ niệm", "周年",
  ])
}
