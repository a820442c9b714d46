import NewsModel

/// Why a title does not state the event.
///
/// Known by its form alone, in any script, and by a short list of the openings that tease; whether
/// a plain sentence withholds the event is left to the other clauses.
enum TitleFault: String, Sendable {
  case missing = "has no title"
  case shouts = "shouts"
  case asks = "asks"
  case trailsOff = "trails off"
  case teases = "teases"
  case speaksForItself = "speaks for its writer"
  case halfQuoted = "opens a quotation that it does not close"
  case showsPictures = "is of the picture desk"
  case overlong = "is no headline by its length"

  /// A headline is at most this long.
  ///
  /// 98 of 100 titles of natural articles in mix-dev are shorter (95: 139 characters, 99: 215);
  /// what is longer is a text that a crawler took for one.
  static let longest = 200

  /// Finds the fault of a title; nil if it states the event.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - language: The first subtag of its language, in lower case; "I" is a person in English
  ///     alone.
  /// - Returns: The fault, if it has one.
  static func of(_ title: String, language: String = "") -> TitleFault? {
    let text = trimmed(title)
    let scalars = text.unicodeScalars
    guard !scalars.isEmpty else { return .missing }
    if scalars.count > longest { return .overlong }
    let end = scalars.reversed().first { !"\"'”’»)]」』 ".unicodeScalars.contains($0) } ?? " "
    if "!！".unicodeScalars.contains(end) || isCapitals(scalars) || exclaims(text) {
      return .shouts
    }
    if "?？؟".unicodeScalars.contains(end) { return .asks }
    if text.hasSuffix("…") || text.hasSuffix("...") { return .trailsOff }
    if Headline.openQuote(in: text) != nil { return .halfQuoted }
    if Headline.isLabelled(title) { return .showsPictures }
    let bytes = Array(text.utf8)[...]
    if language == "en", persons.isPrefix(of: bytes) { return .speaksForItself }
    return openings.isPrefix(of: bytes) || phrases.isFound(in: bytes) ? .teases : nil
  }

  /// Whether most letters are capitals, in three words or more: an abbreviation or two shout at
  /// nobody.
  private static func isCapitals(_ scalars: Substring.UnicodeScalarView) -> Bool {
    var (upper, lower) = (0, 0)
    for scalar in scalars {
      if scalar.properties.isUppercase { upper += 1 }
      if scalar.properties.isLowercase { lower += 1 }
    }
    let words = scalars.split { $0 == " " }.count
    return words >= 3 && upper >= 10 && upper * 10 >= (upper + lower) * 7
  }

  /// Whether an exclamation ends before the title does, or it opens as an alarm: "Epic! All the
  /// goals", "BREAKING: …".
  ///
  /// A name that ends in an exclamation mark is taken for one; where all titles shout, the clause
  /// decides nothing.
  private static func exclaims(_ text: Substring) -> Bool {
    if text.contains("! ") || text.contains("！") { return true }
    let opening = text.drop { "\"'“‘«".contains($0) }.prefix { $0 != " " }
    return alarms.contains(opening.lowercased())
  }

  /// Words that a title opens with to be loud, whatever follows.
  private static let alarms: Set<String> = [
    "breaking:", "shocking", "shocking:", "shock:", "epic", "unbelievable", "unbelievable:",
  ]

  private static func trimmed(_ title: String) -> Substring {
    var text = title[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  /// Openings of explainers, lists and live pages: they announce an article, not an event.
  private static let openings = PhraseList([
    "how ", "why ", "what ", "here's ", "here’s ", "here are ", "here is ", "this is ",
    "these are ", "watch:", "video:", "live:", "live updates", "opinion:", "analysis:", "explainer",
    "meet the ", "everything you need", "warum ", "wieso ", "darum ", "das ist ", "pourquoi ",
    "voici ", "comment ", "por qué ", "cómo ", "así ", "esto ", "perché ", "ecco ",
    "waarom ", "почему ", "как ", "вот ", "vì sao ", "tại sao ", "vì đâu ",
  ])

  /// Openings of columns: who writes them tells of himself.
  private static let persons = PhraseList([
    "i ", "i'm ", "i’m ", "i've ", "i’ve ", "my ", "we ", "our ", "let's ", "let’s ",
  ])

  private static let phrases = PhraseList([
    "you won't believe", "you won’t believe", "you need to know", "what we know", "goes viral",
    "will shock you", "what happened next", "this one trick", "jaw-dropping",
    "das müssen sie wissen", "ce que l'on sait", "ce que l’on sait", "lo que sabemos",
  ])
}
