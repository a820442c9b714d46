import NewsModel

/// Names that pages state as their author's and that are no person's: the site's own, an account's,
/// a placeholder.
struct NamedNobody {
  private let outlets: Set<String>

  /// Knows the names that a site may have.
  init(outlets: [String]) {
    self.outlets = Set(outlets.map(PageTitle.folded)).subtracting([""])
  }

  /// Whether a name is one of these.
  func isOne(_ name: String) -> Bool {
    let folded = PageTitle.folded(name)
    return outlets.contains(folded) || outlets.contains("the" + folded)
      || isAccount(name) || NamedNobody.isHost(name)
  }

  /// Whether a name is that of an account, or stands where none is known.
  func isAccount(_ name: String) -> Bool { NamedNobody.accounts.contains(PageTitle.folded(name)) }

  private static func isHost(_ name: String) -> Bool {
    guard !name.contains(" "), let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return false
    }
    let top = name[name.index(after: dot)...]
    return (2...4).contains(top.count) && top.allSatisfy { $0.isLetter && $0.isLowercase }
  }

  private static let accounts: Set = [
    "admin", "administrator", "wordpressadmin", "webmaster", "root", "editor", "redaktion",
    "redaktionsteam", "dieredaktion", "redacción", "redaccion", "larédaction",
    "redazione", "redactie", "noauthor", "unknown", "anonymous", "anonym", "guest", "user",
    "author",
    "autor", "staff", "newsdesk", "onlineredaktion", "follow", "text", "default", "none", "null",
    "undefined",
  ]
}
