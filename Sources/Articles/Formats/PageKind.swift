import Markup

/// Recognises pages that crawlers save and that are no articles.
enum PageKind {
  /// The most bytes of a page that tells of an error or checks its visitor: with menus and advice
  /// they have a few hundred words.
  private static let noticeLimit = 2_000
  /// The fewest headlines with links by which a page is a list of reports; a report has some
  /// related ones.
  private static let linkedHeadlines = 5

  /// The fewest such headlines below one of the page's own.
  private static let sectionHeadlines = 8
  /// The most bytes of a teaser: two or three sentences.
  private static let teaserLimit = 300

  /// Finds the reason why a page is no article; nil if it may be one.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - draft: The draft that was read from it.
  ///   - hasData: Whether its data for machines say that it is an article.
  /// - Returns: The problem, with the way out of it.
  static func problem(
    of document: HTMLDocument, _ draft: ArticleDraft, hasData: Bool
  ) -> ArticleError.Problem? {
    let text = draft.paragraphs.reduce(0) { $0 + $1.utf8.count }
    // A form to log in stands on any page; it is in the place of one whose title says so.
    let isForm = wholes.contains(CleanText.line(draft.title ?? "").lowercased())
    if !hasData, text <= noticeLimit,
      let title = isForm ? draft.title : titles(of: document, draft).first(where: isNotice)
    {
      return .noArticle(
        kind: "a notice in its place (\(title.prefix(60)))",
        remedy: "Fetch the page again, or remove it")
    }
    if text == 0, draft.summary == nil, !hasData {
      return .noArticle(
        kind: "a page without a text, which its scripts would write",
        remedy: "Save it from a browser, or remove it")
    }
    let isDated = draft.published.contains { DateReading.read($0, language: draft.language) != nil }
    if !hasData, !isDated, draft.modified.isEmpty, isFront(document, draft) {
      return .noArticle(
        kind: "a page of many headlines", remedy: "Save the pages that they lead to, or remove it")
    }
    return nil
  }

  private static func titles(of document: HTMLDocument, _ draft: ArticleDraft) -> [String] {
    let names = ["title", "h1"].flatMap { document.elements(named: $0).prefix(2) }
    return (names.map { document.text(of: $0) } + [draft.title ?? ""]).map(CleanText.line)
      .filter { !$0.isEmpty }
  }

  private static func isNotice(_ title: String) -> Bool {
    let lower = title.lowercased().replacing("’", with: "'")
    if notices.contains(where: { lower.hasPrefix($0) }) || lower.hasSuffix(" is for sale")
      || lower.hasSuffix(" is for sale!")
    {
      return true
    }
    // `404`, `Error 404`, `404 - Osterby Lantern`: a report about a route 404 has more words.
    let words = lower.split { !$0.isLetter && !$0.isNumber }
    return words.count <= 6
      && ["404", "403", "410", "429", "500", "502", "503"].contains { code in
        words.first.map(String.init) == code
          || (words.count > 1 && words[1] == code && errors.contains(String(words[0])))
      }
  }

  /// Titles that are a notice if nothing else stands in them.
  private static let wholes: Set = [
    "log in", "login", "sign in", "anmelden", "connexion", "iniciar sesión", "accedi",
    "maintenance", "redirecting…", "redirecting...", "error", "forbidden", "unauthorized",
    "bad gateway",
  ]
  private static let errors: Set = [
    "error", "erreur", "fehler", "errore", "fout", "fel", "fejl", "chyba", "błąd", "ошибка", "erro",
  ]

  /// Whether headlines with links stand one after the other without a headline of the page's own.
  private static func isFront(_ document: HTMLDocument, _ draft: ArticleDraft) -> Bool {
    var linked = 0
    var own = 0
    var others = 0
    for (index, node) in document.nodes.enumerated()
    where ["h1", "h2", "h3", "h4"].contains(node.name) {
      let isLinked =
        (index..<node.end).contains {
          document.nodes[$0].name == "a" && document.nodes[$0]["href"] != nil
        }
        || document.ancestors(of: index).prefix(3).contains { document.nodes[$0].name == "a" }
      if isLinked { linked += 1 } else if node.name == "h1" { own += 1 } else { others += 1 }
    }
    if linked >= linkedHeadlines, own == 0 { return true }
    // The page of a section has a headline of its own, no text before those of its reports, and
    // nothing longer than a teaser.
    return linked >= sectionHeadlines && own == 1 && others * 3 <= linked
      && draft.paragraphs.allSatisfy { $0.utf8.count <= teaserLimit }
      && textBeforeLinks(in: document) < teaserLimit
  }

  /// The letters of all text between the page's own headline and the first one with a link.
  private static func textBeforeLinks(in document: HTMLDocument) -> Int {
    guard let own = document.elements(named: "h1").first else { return 0 }
    var count = 0
    var index = document.nodes[own].end
    while index < document.nodes.count {
      let node = document.nodes[index]
      if ["h1", "h2", "h3", "h4"].contains(node.name),
        (index..<node.end).contains(where: { document.nodes[$0].name == "a" })
          || document.ancestors(of: index).prefix(3).contains(where: {
            document.nodes[$0].name == "a"
          })
      {
        break
      }
      if ["script", "style", "noscript", "template", "nav"].contains(node.name) {
        index = node.end
        continue
      }
      if node.isText { count += node.text.utf8.count { $0 > 0x20 } }
      index += 1
    }
    return count
  }

  private static let notices = [
    "page not found", "not found", "page introuvable", "seite nicht gefunden",
    "página no encontrada",
    "pagina non trovata", "pagina niet gevonden", "страница не найдена", "strona nie znaleziona",
    "just a moment", "attention required!", "access denied", "access to this page has been denied",
    "are you a robot", "are you human", "robot or human", "verifying you are human",
    "checking your browser", "pardon our interruption", "please verify", "security check",
    "403 forbidden", "401 unauthorized", "500 internal server error", "502 bad gateway",
    "503 service", "504 gateway", "index of /", "site is under maintenance", "we'll be right back",
    "ddos-guard", "one more step", "bot verification", "human verification", "captcha",
    "too many requests", "oops! ", "oups, ", "hoppla", "redirecting", "you are being redirected",

    "before you continue", "bevor sie fortfahren", "avant de continuer",
    "we'll be back", "under maintenance", "down for maintenance", "wartungsarbeiten",
    "subscribe to read", "subscribe to continue", "enable javascript", "please enable",
    "your privacy", "your browser",
  ]
}
