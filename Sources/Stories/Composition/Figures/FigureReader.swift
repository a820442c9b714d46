import FoundationEssentials
import NewsModel

/// Finds the figures of an article that could be compared with another's.
///
/// Times, dates, years, ages, lengths, scores, ranges, ordinals, telephone numbers, numbers of names (Boeing 737), parts ("two of
/// them"), additions ("two more") and figures of another time are none. What is left has something counted: a
/// concept of the table, a unit (percent, a currency) or a noun.
struct FigureReader {
  private let article: ReadArticle
  private let sentence: ReadSentence
  private let words: [ScannedWord]
  private let bytes: [UInt8]
  private let language: String
  private let numbers: [UInt64: Double]
  private var figures: [StatedFigure] = []

  /// At most this many figures an article: tables and market reports have hundreds, and none to compare.
  private static let most = 60

  /// The figures of an article in the order of its text, title first.
  static func figures(of article: ReadArticle) -> [StatedFigure] {
    var figures: [StatedFigure] = []
    var seen: Set<[UInt64]> = []
    let year = Double(Self.year(of: article.article.published))
    let numbers = NumberWords.table(language: article.primaryLanguage)
    for sentence in article.sentences where figures.count < most {
      let words = article.words(sentence)
      guard hasNumber(words, numbers) else { continue }
      guard seen.insert(sentence.stems).inserted else { continue }
      var reader = FigureReader(article, sentence, numbers)
      guard !reader.isElsewhen(year: year) else { continue }
      reader.run()
      figures += reader.figures
    }
    return figures
  }

  private init(_ article: ReadArticle, _ sentence: ReadSentence, _ numbers: [UInt64: Double]) {
    self.numbers = numbers
    self.article = article
    self.sentence = sentence
    words = Array(article.words(sentence))
    bytes = article.bytes(sentence)
    language = article.primaryLanguage
  }

  private static func hasNumber(
    _ words: ArraySlice<ScannedWord>, _ numbers: [UInt64: Double]
  ) -> Bool {
    words.contains {
      $0.kind == .digits || $0.full == NumberWords.one
        || ($0.kind == .letters && numbers[$0.full] != nil)
    }
  }

  private static func year(of date: Date) -> Int {
    Int(Timestamp.rfc3339(date).prefix { $0 != "-" }) ?? 0
  }

  /// Whether the sentence speaks of another year, or of the time since something.
  private func isElsewhen(year: Double) -> Bool {
    for (index, word) in words.enumerated() {
      if FigureLexicon.elsewhen.contains(word.full) { return true }
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

  private func plainYear(_ word: ScannedWord) -> Double? {
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
      index = number.end
    }
    // Two figures of one thing in a sentence: the sentence parts them by words that are not understood here.
    let keys = figures.map(\.key)
    figures = figures.filter { figure in keys.count { $0 == figure.key } == 1 }
  }

  /// A number as it stands: the words from `start` to before `end`.
  private struct Number {
    var value: Double
    var start: Int
    var end: Int
    var isWord: Bool
  }

  private func number(at index: Int) -> Number? {
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

  private func scaled(_ number: Number) -> Number {
    guard number.end < words.count, isNear(number.end - 1, number.end),
      let factor = NumberWords.factor(words[number.end].full)
    else { return number }
    return Number(
      value: number.value * factor, start: number.start, end: number.end + 1, isWord: number.isWord)
  }

  private func figure(_ number: Number) -> StatedFigure? {
    guard isCount(number) else { return nil }
    let qualifier = qualifier(before: number.start)
    let before = qualifier.start - 1
    if let unit = unit(of: number) {
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
    if let toll = toll(before: qualifier.start) {
      return make(
        number, qualifier, concept: .killed, key: Self.key(.killed, []), subject: "killed",
        range: words[toll].start..<words[number.end - 1].end, counted: [])
    }
    if let figure = counted(number, qualifier) { return figure }
    return noun(number, qualifier)
  }

  /// Whether a number can count something at all.
  private func isCount(_ number: Number) -> Bool {
    let (first, last) = (words[number.start], words[number.end - 1])
    if let byte = byte(before: first.start), "-/:+#.,".utf8.contains(byte) { return false }
    if let byte = byte(after: last.end), "-/:".utf8.contains(byte) { return false }
    // Dashes and the number sign are three bytes from E2 80 and E2 84; a degree sign is C2 B0.
    if isDash(before: first.start) || isDash(after: last.end) { return false }
    if !number.isWord {
      let digits = bytes[first.start..<first.end]
      if digits.first == 0x30, digits.count > 1,
        !digits.contains(where: { $0 == 0x2E || $0 == 0x2C })
      {
        return false
      }
      if NumberParser.plain(digits) != nil, digits.count > 6 { return false }
      if number.end == number.start + 1, plainYear(first) != nil { return false }
    }
    if number.start > 0 {
      let previous = words[number.start - 1]
      if isNear(number.start - 1, number.start) {
        if FigureLexicon.labels.contains(previous.full) || previous.kind == .digits { return false }
        if FigureLexicon.months.contains(previous.full) { return false }
        if FigureLexicon.ranges.contains(previous.full), number.start > 1,
          isNumber(words[number.start - 2])
        {
          return false
        }
      }
      // "including three", "another two", and up to two words between.
      for back in 1...3 where number.start - back >= 0 {
        let word = words[number.start - back]
        guard isAdjacent(number.start - back, number.start - back + 1) else { break }
        if FigureLexicon.increments.contains(word.full), !isQualifier(at: number.start - back) {
          return false
        }
      }
    }
    guard number.end < words.count, isAdjacent(number.end - 1, number.end) else { return true }
    let next = words[number.end]
    // "13 to 15"
    if FigureLexicon.ranges.contains(next.full), number.end + 1 < words.count,
      isNumber(words[number.end + 1])
    {
      return false
    }
    if FigureLexicon.measures.contains(next.full) || FigureLexicon.months.contains(next.full)
      || FigureLexicon.increments.contains(next.full)
      || FigureLexicon.partitives.contains(next.full)
    {
      return false
    }
    return true
  }

  private func isNumber(_ word: ScannedWord) -> Bool {
    word.kind == .digits || numbers[word.full] != nil
  }

  private func isQualifier(at index: Int) -> Bool {
    index + 1 < words.count
      && FigureLexicon.qualifiers[FigureLexicon.hash([words[index].full, words[index + 1].full])]
        != nil
  }

  private func isDash(before at: Int) -> Bool {
    at >= 3 && bytes[at - 3] == 0xE2 && bytes[at - 2] == 0x80
      && (0x90...0x95).contains(bytes[at - 1])
  }

  private func isDash(after at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && (0x90...0x95).contains(bytes[at + 2])
  }

  private func byte(before at: Int) -> UInt8? { at > 0 ? bytes[at - 1] : nil }
  private func byte(after at: Int) -> UInt8? { at < bytes.count ? bytes[at] : nil }

  /// The words of a qualifier before a number, and whether they make it approximate.
  private func qualifier(before index: Int) -> (start: Int, isApproximate: Bool) {
    for count in [3, 2, 1] where index - count >= 0 {
      guard (index - count..<index).allSatisfy({ isAdjacent($0, $0 + 1) }) else { continue }
      let hash = FigureLexicon.hash(words[(index - count)..<index].map(\.full))
      if let isApproximate = FigureLexicon.qualifiers[hash] {
        return (index - count, isApproximate)
      }
    }
    return (index, false)
  }

  /// The percent sign or currency of a number.
  private func unit(of number: Number) -> (key: UInt64, text: String, range: Range<Int>)? {
    let (first, last) = (words[number.start], words[number.end - 1])
    if number.end < words.count, isAdjacent(number.end - 1, number.end),
      let unit = FigureUnits.unit(words[number.end].full)
    {
      return (WordHash.of(unit), unit, first.start..<words[number.end].end)
    }
    if let (unit, count) = FigureUnits.symbol(after: last.end, in: bytes) {
      return (WordHash.of(unit), unit, first.start..<(last.end + count))
    }
    if let (unit, count) = FigureUnits.symbol(before: first.start, in: bytes) {
      return (WordHash.of(unit), unit, (first.start - count)..<last.end)
    }
    return nil
  }

  /// A verb and how many: "killed 14", "injuring at least 30 people".
  private func befell(
    _ number: Number, _ qualifier: (start: Int, isApproximate: Bool), concept: CountedConcept,
    verb: Int
  ) -> StatedFigure? {
    var end = number.end
    var counted: [UInt64] = []
    while end < words.count, end < number.end + 3, isAdjacent(end - 1, end),
      !FigureLexicon.followers.contains(words[end].full),
      !FigureLexicon.conjunctions.contains(words[end].full), words[end].kind == .letters
    {
      if CountedConcept.of(words[end]) != nil { return nil }
      if !CountedConcept.isPeople(words[end]) { counted.append(words[end].stem) }
      end += 1
      if CountedConcept.isPeople(words[end - 1]) { break }
    }
    return make(
      number, qualifier, concept: concept, key: Self.key(concept, counted),
      subject: concept.rawValue, range: words[verb].start..<words[end - 1].end, counted: counted)
  }

  /// A death toll: "the death toll rose to 14".
  private func toll(before index: Int) -> Int? {
    for back in 1...6 where index - back >= 0 {
      guard isAdjacent(index - back, index - back + 1) else { return nil }
      if FigureLexicon.tolls.contains(words[index - back].full) {
        let isDeath = index - back > 0 && words[index - back - 1].full == Self.death
        return isDeath ? index - back - 1 : index - back
      }
    }
    return nil
  }

  private static let death = WordHash.of("death")

  /// A number before its concept: "14 dead", "five people had been injured", "fourteen missile strikes".
  private func counted(
    _ number: Number, _ qualifier: (start: Int, isApproximate: Bool)
  ) -> StatedFigure? {
    var counted: [UInt64] = []
    var at = number.end
    while at < words.count, at < number.end + 7,
      at == number.end ? isNear(at - 1, at) : isAdjacent(at - 1, at)
    {
      let word = words[at]
      if FigureLexicon.conjunctions.contains(word.full) || word.kind == .digits { return nil }
      if let (concept, end) = concept(at: at) {
        guard concept != .attacks || at - number.end <= 3, isDone(at, end, from: number.end) else {
          return nil
        }
        let population = concept == .attacks ? [] : counted
        return make(
          number, qualifier, concept: concept, key: Self.key(concept, population),
          subject: concept == .attacks ? text(words[end - 1]) : concept.rawValue,
          range: words[number.start].start..<words[end - 1].end, counted: counted,
          stem: words[end - 1].stem)
      }
      let isPlain = CountedConcept.isPeople(word) || FigureLexicon.auxiliaries.contains(word.full)
      if !isPlain, word.kind != .pair { counted.append(word.stem) }
      at += 1
    }
    return nil
  }

  /// The concept of the words from an index on, and the index after its last word.
  private func concept(at index: Int) -> (CountedConcept, end: Int)? {
    if let concept = CountedConcept.of(words[index]) {
      var end = index + 1
      while end < words.count, isAdjacent(end - 1, end), concept == .attacks,
        CountedConcept.of(words[end]) == .attacks
      { end += 1 }
      return (concept, end)
    }
    guard index + 1 < words.count else { return nil }
    let pair = FigureLexicon.hash([words[index].full, words[index + 1].full])
    guard let concept = CountedConcept.ofPair(pair) else { return nil }
    return (concept, index + 2)
  }

  /// Whether a participle says what was done to the counted ("14 were killed"), not what they did ("two men killed 14").
  private func isDone(_ index: Int, _ end: Int, from start: Int) -> Bool {
    guard FigureLexicon.participles.contains(words[index].full) else { return true }
    if index > start, FigureLexicon.auxiliaries.contains(words[index - 1].full) { return true }
    guard end < words.count, isAdjacent(end - 1, end) else { return true }
    return FigureLexicon.followers.contains(words[end].full)
  }

  /// Any noun right behind the number: "120 homes", "306 votes".
  private func noun(
    _ number: Number, _ qualifier: (start: Int, isApproximate: Bool)
  ) -> StatedFigure? {
    guard number.end < words.count, isNear(number.end - 1, number.end) else { return nil }
    let word = words[number.end]
    guard word.kind == .letters, word.length >= 4 else { return nil }
    guard !FigureLexicon.followers.contains(word.full),
      !FigureLexicon.conjunctions.contains(word.full),
      !FigureLexicon.auxiliaries.contains(word.full)
    else { return nil }
    return make(
      number, qualifier, concept: nil, key: word.stem, subject: text(word),
      range: words[number.start].start..<word.end, counted: [word.stem])
  }

  private func make(
    _ number: Number, _ qualifier: (start: Int, isApproximate: Bool), concept: CountedConcept?,
    key: UInt64, subject: String, range: Range<Int>, counted: [UInt64], stem: UInt64? = nil
  ) -> StatedFigure {
    let start = min(range.lowerBound, words[qualifier.start].start)
    let own = words.filter { $0.start >= start && $0.end <= range.upperBound }.map(\.stem)
    return StatedFigure(
      value: number.value, isApproximate: qualifier.isApproximate, concept: concept, key: key,
      subject: subject, subjectStem: stem ?? key,
      text: String(decoding: bytes[start..<range.upperBound], as: UTF8.self), sentence: sentence,
      ownStems: own)
  }

  private static func key(_ concept: CountedConcept, _ counted: [UInt64]) -> UInt64 {
    FigureLexicon.hash([WordHash.of(concept.rawValue)] + counted)
  }

  private func text(_ word: ScannedWord) -> String {
    String(decoding: bytes[word.start..<word.end], as: UTF8.self).lowercased()
  }

  /// Whether only spaces stand between two neighbouring words.
  private func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    guard second < words.count, words[first].end <= words[second].start else { return true }
    return bytes[words[first].end..<words[second].start].allSatisfy {
      $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0
    }
  }

  /// Whether spaces or a hyphen stand between two neighbouring words, or nothing.
  private func isNear(_ first: Int, _ second: Int) -> Bool {
    guard second < words.count, words[first].end <= words[second].start else { return true }
    return bytes[words[first].end..<words[second].start].allSatisfy {
      $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 || $0 == 0x2D
    }
  }
}
