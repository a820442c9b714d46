public import FoundationEssentials

/// Makes article ids.
public enum ArticleIdentity {
  /// The id of an article: its canonical URL, else a digest of outlet, title and stated date.
  ///
  /// Without a URL and without a stated date a headline alone names no article ("Morning
  /// briefing"), so the beginning of the text joins the digest. The file's path and time never do:
  /// a renamed or touched file is the same article.
  ///
  /// - Parameters:
  ///   - url: The article's address, if it has one.
  ///   - outlet: The outlet's name.
  ///   - title: The headline.
  ///   - published: The date; used only if `origin` says that the article states it.
  ///   - origin: The place where the date was found.
  ///   - text: The body.
  /// - Returns: An ASCII id: the canonical URL, or `article:` and 32 hexadecimal digits.
  public static func id(
    url: String?, outlet: String, title: String, published: Date, origin: DateOrigin, text: String
  ) -> ArticleID {
    if let url, let identity = CanonicalURL.identity(url) { return ArticleID(identity) }
    let moment =
      switch origin {
      case .stated: "at " + Timestamp.rfc3339(published)
      case .statedDay, .url: "on " + Timestamp.rfc3339(published).prefix(10)
      case .file, .month: "text " + beginning(of: text)
      }
    let identity = [folded(outlet), folded(title), moment].joined(separator: "\u{1F}")
    // 128 bits: no two of 2^40 articles collide by chance (birthday bound 2^-48).
    return ArticleID("article:" + ContentDigest(identity).hex(digits: 32))
  }

  /// Enough to tell two pieces under one headline apart, little enough to survive an edit further
  /// down.
  private static func beginning(of text: String) -> String {
    folded(String(text.unicodeScalars.prefix(400).map(Character.init)))
  }

  /// Letters and digits in lower case: a change of dash, quote or capital is no new article.
  private static func folded(_ text: String) -> String {
    var result = ""
    var isBetween = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isBetween, !result.isEmpty { result.unicodeScalars.append(" ") }
        result.unicodeScalars.append(scalar)
        isBetween = false
      } else if scalar.properties.canonicalCombiningClass == .notReordered {
        isBetween = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
