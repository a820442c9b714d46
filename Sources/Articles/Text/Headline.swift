import NewsModel

/// Takes the site's suffix off a title, and nothing else.
enum Headline {
  /// - Parameters:
  ///   - title: A clean line.
  ///   - outlets: Names that the suffix may have: the outlet's, the host's.
  /// - Returns: The headline; the whole title if what would be left is no headline.
  static func withoutSuffix(_ title: String, outlets: [String]) -> String {
    let names = outlets.map(folded).filter { !$0.isEmpty }
    var result = title
    // `Headline | World | News`: a bar is a site's mark, never a writer's, as long as what follows
    // is short.
    for bar in [" | ", " ¦ ", " « ", " » ", " :: ", " › ", " ‹ ", " • "] {
      let parts = result.components(splitBy: bar)
      guard parts.count > 1 else { continue }
      let rest = parts.dropFirst()
      if isHeadline(parts[0]),
        rest.allSatisfy(isLabel) || rest.contains(where: { isName($0, names) })
      {
        result = parts[0]
      } else if isName(parts[0], names), isHeadline(parts[1]) {
        result = parts[1]
      }
    }
    result = withoutTrail(result)
    for dash in [" - ", " – ", " — ", " · "] {
      // `The Outlet - Headline`: what is stated elsewhere alone tells an outlet from the beginning
      // of a headline.
      if let range = result.firstRange(of: dash), isName(result[..<range.lowerBound], names),
        isHeadline(result[range.upperBound...])
      {
        result = String(result[range.upperBound...])
      }
      // Twice: `Headline - World - The Outlet`.
      for _ in 0..<2 {
        guard let range = result.lastRange(of: dash) else { break }
        let front = String(result[..<range.lowerBound])
        let back = String(result[range.upperBound...])
        guard isHeadline(front), isName(back, names) || isMasthead(back) else { break }
        result = front
      }
    }
    return result
  }

  /// Takes a trail of sections off: `Headline - Local - Osterby - The Lantern`.
  ///
  /// A writer's hyphens are a pair around an insertion, behind which the sentence goes on. Two or
  /// more parts of up to three words, each with a capital, that have no more words than the
  /// headline before them are a trail.
  private static func withoutTrail(_ title: String) -> String {
    let parts = title.components(splitBy: " - ")
    guard parts.count >= 3, isHeadline(parts[0]) else { return title }
    let trail = parts.dropFirst().map { $0.split(separator: " ") }
    let isTrail = trail.allSatisfy { words in
      words.count <= 3
        && words.allSatisfy { $0.first?.isLowercase == false || smallWords.contains($0) }
        && !Sentences.isEnded(words.joined(separator: " "))
    }
    let own = parts[0].split(separator: " ").count
    return isTrail && trail.reduce(0) { $0 + $1.count } <= own ? parts[0] : title
  }

  /// At least three words, or eight characters of a script that has no spaces.
  private static func isHeadline(_ text: some StringProtocol) -> Bool {
    let words = text.split(separator: " ").count
    return words >= 3 || (words <= 2 && text.unicodeScalars.count { $0.value >= 0x2E80 } >= 8)
  }

  /// Sections and outlets are named in at most four words and forty characters, without a full
  /// stop.
  private static func isLabel(_ text: String) -> Bool {
    text.split(separator: " ").count <= 4 && text.count <= 40 && !Sentences.isEnded(text)
  }

  private static func isName(_ text: some StringProtocol, _ names: [String]) -> Bool {
    let own = folded(text)
    guard !own.isEmpty else { return false }
    return names.contains { $0 == own || $0 == "the" + own || "the" + $0 == own }
      || isDomain(text)
  }

  /// Whether a text is a host like `example.com`.
  private static func isDomain(_ text: some StringProtocol) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2 else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy { $0 == 0x2D || ($0 < 0x80 && $0 >= 0x30 && $0 != 0x3A) }
    } && last.allSatisfy { $0.isASCII && $0.isLetter } && !text.contains(" ")
  }

  /// A name that only a newspaper, an agency or a station has: `The Harbour Gazette`, `AP News`.
  private static func isMasthead(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...5).contains(words.count), let last = words.last,
      words.allSatisfy({ $0.first?.isLowercase == false || smallWords.contains($0) })
    else { return false }
    if words.count == 1 { return agencies.contains(text) }
    return mastheads.contains(last.lowercased())
  }

  private static let smallWords: Set<Substring> = ["of", "the", "and", "for", "&"]
  private static let agencies: Set = [
    "Reuters", "AFP", "AP", "BBC", "CNN", "DW", "NPR", "CBS", "NBC", "ABC", "CNBC", "Bloomberg",
    "Politico", "Axios", "TASS", "Interfax", "Ukrinform", "ANSA", "EFE", "dpa", "Xinhua",
  ]
  private static let mastheads: Set = [
    "news", "times", "gazette", "herald", "tribune", "chronicle", "guardian", "telegraph",
    "courier",
    "examiner", "zeitung", "journal", "post", "reuters", "inquirer", "advertiser", "argus",
  ]

  /// Letters and digits in lower case.
  private static func folded(_ text: some StringProtocol) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension String {
  fileprivate func components(splitBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: true).map { $0.trimmingWhitespace() }
  }

  fileprivate func lastRange(of separator: String) -> Range<String.Index>? {
    ranges(of: separator).last
  }
}
