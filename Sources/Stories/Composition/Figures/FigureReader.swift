internal import Algorithms
import FoundationEssentials
import NewsModel

/// Finds the figures of an article that could be compared with another's.
///
/// Times, dates, years, ages, lengths, scores, ranges, ordinals, telephone numbers, numbers of
/// names (Boeing 737), parts ("two of them"), additions ("two more") and figures of another time
/// are none. What is left has something counted: a concept of the table, a unit (percent, a
/// currency) or a noun.
struct FigureReader {
  let article: ReadArticle
  let sentence: ReadSentence
  let words: [ScannedWord]
  let bytes: [UInt8]
  let language: String
  let numbers: [UInt64: Double]
  /// Whether a headline writes every word with a capital.
  let isHeadline: Bool
  private var figures: [StatedFigure] = []
  /// The place that the sentence begins with, if it does.
  private(set) var openingPlace: [UInt64] = []
  /// Whether a sentence has a word of another quake, and one of what may be or is asked for.
  let (speaksOfAftershock, speaksOfPossible): (Bool, Bool)

  /// At most this many figures an article: tables and market reports have hundreds, and none to
  /// compare.
  private static let most = 60
  /// And at most this many a sentence: more are a table without full stops, in which each would be
  /// compared with each.
  private static let mostOfSentence = 12

  /// The figures of an article in the order of its text, title first.
  ///
  /// - Complexity: O(*n* log *n*) in the length of its text.
  static func figures(of article: ReadArticle) -> [StatedFigure] {
    var figures: [StatedFigure] = []
    var seen: Set<[UInt64]> = []
    let date = article.article.published
    let year = Double(Self.year(of: date))
    // On the second a report may speak of the days before.
    let months = [date, date - 7 * 86_400].map { FigureLexicon.calendar[Self.month(of: $0) - 1] }
    let numbers = NumberWords.table(language: article.primaryLanguage)
    for sentence in article.sentences where figures.count < most {
      let words = article.words(sentence)
      guard hasNumber(words, numbers) else { continue }
      guard seen.insert(sentence.stems).inserted else { continue }
      var reader = FigureReader(article, sentence, numbers)
      guard !reader.isElsewhen(year: year, months: months) else { continue }
      guard !reader.isOfParts() else { continue }
      reader.run()
      figures += reader.figures
    }
    return Array(figures.prefix(most))
  }

  private init(_ article: ReadArticle, _ sentence: ReadSentence, _ numbers: [UInt64: Double]) {
    self.numbers = numbers
    self.article = article
    self.sentence = sentence
    words = Array(article.words(sentence))
    bytes = article.bytes(sentence)
    language = article.primaryLanguage
    isHeadline = NameFinder.isHeadline(words[...])
    speaksOfAftershock = words.contains { Self.aftershocks.contains($0.full) }
    speaksOfPossible = words.contains { Self.possible.contains($0.full) }
    if !isHeadline, !words.isEmpty { openingPlace = name(after: 0) }
  }

  static func hasNumber(
    _ words: ArraySlice<ScannedWord>, _ numbers: [UInt64: Double]
  ) -> Bool {
    words.contains {
      $0.kind == .digits || $0.full == NumberWords.one
        || ($0.kind == .letters && numbers[$0.full] != nil)
    }
  }

  static func year(of date: Date) -> Int {
    Int(Timestamp.rfc3339(date).prefix { $0 != "-" }) ?? 0
  }

  static func month(of date: Date) -> Int {
    let parts = Timestamp.rfc3339(date).split(separator: "-")
    return min(12, max(1, parts.count > 1 ? Int(parts[1]) ?? 1 : 1))
  }

  /// Whether the sentence speaks of another year or month, or of the time since something.
  func isElsewhen(year: Double, months: [UInt64]) -> Bool {
    for (index, word) in words.enumerated() {
      if FigureLexicon.elsewhen.contains(word.full) { return true }
      if index > 0, word.isCapitalised, FigureLexicon.calendar.contains(word.full),
        !months.contains(word.full), FigureLexicon.monthly.contains(words[index - 1].full)
      {
        return true
      }
      if word.kind == .digits, let value = plainYear(word), value != year { return true }
      if word.full == Self.last, index + 1 < words.count,
        FigureLexicon.measures.contains(words[index + 1].full)
      {
        return true
      }
    }
    return false
  }

  private static let last = WordHash.of("last")

  func plainYear(_ word: ScannedWord) -> Double? {
    guard word.end - word.start == 4, let value = NumberParser.plain(bytes[word.start..<word.end]),
      (1500...2100).contains(value)
    else { return nil }
    return value
  }

  private mutating func run() {
    var index = 0
    while index < words.count {
      guard let number = number(at: index) else {
        index += 1
        continue
      }
      if let figure = figure(number) { figures.append(figure) }
      guard figures.count <= Self.mostOfSentence else {
        figures = []
        return
      }
      index = number.end
    }
    // Two figures of one thing in a sentence: the sentence parts them by words that are not
    // understood here.
    let counts = Dictionary(figures.map { ($0.key, 1) }, uniquingKeysWith: +)
    figures = figures.filter { counts[$0.key] == 1 }
  }

  /// A number as it stands: the words from `start` to before `end`.
  struct Number {
    var value: Double
    var start: Int
    var end: Int
    var isWord: Bool
  }

  func number(at index: Int) -> Number? {
    let word = words[index]
    switch word.kind {
    case .digits:
      guard let value = NumberParser.value(bytes[word.start..<word.end], language: language) else {
        return nil
      }
      return scaled(Number(value: value, start: index, end: index + 1, isWord: false))
    case .letters:
      if word.full == NumberWords.one {
        guard index + 1 < words.count, isAdjacent(index, index + 1),
          Self.singular.contains(words[index + 1].full)
        else { return nil }
        return Number(value: 1, start: index, end: index + 1, isWord: true)
      }
      guard var value = numbers[word.full] else { return nil }
      var end = index + 1
      // "twenty-one", "twenty one"
      if value >= 20, end < words.count, isNear(end - 1, end),
        let unit = words[end].full == NumberWords.one ? 1 : numbers[words[end].full], unit < 10
      {
        value += unit
        end += 1
      }
      if end < words.count, words[end].full == NumberWords.hundred {
        value *= 100
        end += 1
      }
      return scaled(Number(value: value, start: index, end: end, isWord: true))
    case .mixed, .pair: return nil
    }
  }

  private static let singular: Set<UInt64> = Set(
    ["person", "man", "woman", "civilian", "missile", "explosion", "strike"].map { WordHash.of($0) }
  )

  func scaled(_ number: Number) -> Number {
    guard number.end < words.count, isNear(number.end - 1, number.end),
      let factor = NumberWords.factor(words[number.end].full)
    else { return number }
    return Number(
      value: number.value * factor, start: number.start, end: number.end + 1, isWord: number.isWord)
  }

  func figure(_ number: Number) -> StatedFigure? {
    guard !isFraction(number) else { return nil }
    let qualifier = qualifier(before: number.start)
    let before = qualifier.start - 1
    if let range = magnitude(number) {
      return make(
        number, qualifier, concept: .magnitude, key: Self.key(.magnitude, []), subject: "magnitude",
        range: range, counted: [])
    }
    if let (years, range) = prison(number) {
      var term = number
      term.value = years
      return make(
        term, qualifier, concept: .prison, key: Self.key(.prison, []), subject: "prison",
        range: range, counted: [])
    }
    if let toll = risen(before: qualifier.start), isCount(number, isRisen: true) {
      return make(
        number, qualifier, concept: toll.concept, key: Self.key(toll.concept, []),
        subject: toll.concept.rawValue,
        range: words[toll.start].start..<words[number.end - 1].end, counted: [],
        own: toll.own + words[number.start..<number.end].map(\.stem))
    }
    guard isCount(number) else {
      guard isCount(number, allowing: FigureLexicon.measures), let span = duration(number) else {
        return nil
      }
      return make(
        number, qualifier, concept: nil, key: span.unit, subject: text(words[number.end]),
        range: span.range, counted: [])
    }
    if let range = lostLives(number, before: qualifier.start) {
      return make(
        number, qualifier, concept: .killed, key: Self.key(.killed, []), subject: "killed",
        range: range, counted: [])
    }
    if let unit = unit(of: number) {
      // "(1.52 million)" behind another currency is the same sum again.
      guard byte(before: min(unit.range.lowerBound, words[number.start].start)) != 0x28 else {
        return nil
      }
      return make(
        number, qualifier, concept: nil, key: unit.key, subject: unit.text,
        range: unit.range, counted: [])
    }
    if before >= 0, isAdjacent(before, qualifier.start),
      FigureLexicon.verbs.contains(words[before].full),
      let concept = CountedConcept.of(words[before])
    {
      return befell(number, qualifier, concept: concept, verb: before)
    }
    if let figure = counted(number, qualifier) { return figure }
    return noun(number, qualifier)
  }

  /// The index of the first word that begins at a byte or behind it.
  func firstWord(from byte: Int) -> Int {
    words.partitioningIndex { $0.start >= byte }
  }

  /// Whether a sentence parts a number that it names: "Of the 50 still held, about 20 are alive".
  func isOfParts() -> Bool {
    guard let first = words.first, Self.of.contains(first.full) else { return false }
    let rest = words.dropFirst().drop { Self.articles.contains($0.full) }
    return rest.first.map(isNumber) ?? false
  }

  private static let of = Set(
    ["of", "von", "sur", "de", "dei", "из", "trong"].map { WordHash.of($0) })
  private static let articles = Set(
    ["the", "den", "les", "los", "las", "số"].map { WordHash.of($0) })

  /// Whether a number is the lower half of a fraction: "4 1/2 months", however it is spaced.
  private func isFraction(_ number: Number) -> Bool {
    guard number.start > 0 else { return false }
    return bytes[words[number.start - 1].end..<words[number.start].start].contains(0x2F)
  }

  /// Whether only spaces stand between two neighbouring words.
  func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    guard second < words.count, words[first].end <= words[second].start else { return true }
    return bytes[words[first].end..<words[second].start].allSatisfy {
      $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0
    }
  }

  /// Whether spaces or a hyphen stand between two neighbouring words, or nothing.
  func isNear(_ first: Int, _ second: Int) -> Bool {
    guard second < words.count, words[first].end <= words[second].start else { return true }
    return bytes[words[first].end..<words[second].start].allSatisfy {
      $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 || $0 == 0x2D
    }
  }
}
