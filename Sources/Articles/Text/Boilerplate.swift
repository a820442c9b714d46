import NewsModel

/// Recognises lines that sites put into and under every article.
enum Boilerplate {
  /// A line that points at another report, wherever it stands: `READ MORE ABOUT …`, `RELATED: …`,
  /// `Advertisement`.
  static func isTeaser(_ line: String) -> Bool {
    guard line.isAtMost(200) else { return false }
    let lower = line.lowercased()
    if standalone.contains(lower.trimmingMarks()) { return true }
    if line.isAtMost(160), shouts.contains(where: { line.hasPrefix($0) }) { return true }
    return !Sentences.isEnded(line) && teasers.contains { lower.hasPrefix($0) }
  }

  /// A line that ends an article without belonging to it.
  static func isTrailer(_ line: String) -> Bool {
    guard line.isAtMost(400) else { return false }
    let lower = line.lowercased()
    let bare = lower.trimmingMarks()
    if isTeaser(line) || standalone.contains(bare) { return true }
    if line.isAtMost(120), trailerBeginnings.contains(where: { lower.hasPrefix($0) }) {
      return true
    }
    return trailerParts.contains { lower.holds($0) }
  }

  /// Whether a trailer says that the text goes on elsewhere.
  static func saysMore(_ line: String) -> Bool {
    let lower = line.lowercased()
    return ["continue reading", "to continue", "keep reading", "read the rest", "to read the full"]
      .contains { lower.holds($0) }
  }

  private static let standalone: Set = [
    "advertisement", "advertising", "read more", "read full article", "continue reading", "more",
    "source: read full article", "read also", "see also", "share this article", "share", "print",
    "comments", "leave a comment", "related articles", "related stories", "related topics",
    "most read", "most popular", "trending", "recommended", "anzeige", "werbung", "publicité",
    "publicidad", "lire aussi", "lire la suite", "weiterlesen", "mehr zum thema", "leer más",
    "реклама", "читайте также", "читайте також", "story continues below",
    "article continues below", "story continues below advertisement", "sign up", "subscribe",
    "follow us", "all rights reserved", "skip to content", "skip to main content", "copy link",
    "thank you for reading", "view comments", "show comments", "back to top",
  ]
  private static let shouts = [
    "READ MORE", "READ ALSO", "READ NEXT", "SEE ALSO", "ALSO READ", "MORE ON ", "MORE: ",
    "RELATED:",
    "RELATED ARTICLE", "WATCH:", "WATCH NOW", "DON'T MISS", "DON’T MISS", "LISTEN:", "TRENDING:",
  ]
  private static let teasers = [
    "read more:", "read also:", "read next:", "see also:", "related:", "also read:",
    "more on this:",
    "recommended:", "watch:", "don't miss:", "lesen sie auch", "lire aussi", "lea también",
    "leggi anche", "читайте также", "читайте також", "xem thêm:", "read more about ",
  ]
  private static let trailerBeginnings = [
    "source: read", "source: http", "sign up ", "subscribe to ", "subscribe now", "follow us ",
    "follow @", "click here to ", "download our app", "download the app", "get the latest ",
    "join our ", "join the conversation", "like us on ", "share this", "tags:", "filed under",
    "originally published", "this article was originally published", "this story was originally",
    "© ", "(c) ", "copyright ©", "copyright 20", "read the full ", "read the original ",
    "continue reading", "first published on ", "for more stories ", "for more news ",
    "for the latest ", "want more ", "enjoyed this ", "the post ", "view original ",
    "the views expressed ", "to read the full ", "want to read more", "see more at ",
  ]
  private static let trailerParts = [
    "sign up to our newsletter", "sign up for our newsletter", "subscribe to our newsletter",
    "follow us on twitter", "follow us on facebook", "follow us on x ", "follow us on instagram",
    "we use cookies", "this site uses cookies", "this website uses cookies", "cookie policy",
    "accept all cookies", "all rights reserved", "subscribe to continue", "subscribe to read",
    "appeared first on", "log in to continue", "register to continue", "may not be reproduced",
    "to continue reading", "our whatsapp channel", "our telegram channel", "privacy policy",
  ]
}

extension String {
  /// Whether the text has no more characters than `limit`; counts no further.
  fileprivate func isAtMost(_ limit: Int) -> Bool {
    utf8.count <= limit || index(startIndex, offsetBy: limit + 1, limitedBy: endIndex) == nil
  }

  /// The text without the marks and spaces around it.
  fileprivate func trimmingMarks() -> String {
    let marks = " .…:!»›→>«<-–—*[]()"
    var text = self[...]
    while let last = text.last, marks.contains(last) { text.removeLast() }
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    return String(text)
  }
}
