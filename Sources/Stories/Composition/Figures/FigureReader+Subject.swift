import NewsModel

extension FigureReader {
  /// The percent sign or currency of a number.
  func unit(of number: Number) -> (key: UInt64, text: String, range: Range<Int>)? {
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
  func befell(
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

  /// A number before its concept: "14 dead", "five people had been injured", "fourteen missile
  /// strikes".
  func counted(
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
        // Missiles and explosions are two things.
        let population = concept == .attacks ? [words[end - 1].stem] : counted
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
  func concept(at index: Int) -> (CountedConcept, end: Int)? {
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

  /// Whether a participle says what was done to the counted ("14 were killed"), not what they did
  /// ("two men killed 14").
  func isDone(_ index: Int, _ end: Int, from start: Int) -> Bool {
    guard FigureLexicon.participles.contains(words[index].full) else { return true }
    if index > start, FigureLexicon.auxiliaries.contains(words[index - 1].full) { return true }
    guard end < words.count, isAdjacent(end - 1, end) else { return true }
    return FigureLexicon.followers.contains(words[end].full)
  }

  /// Any noun right behind the number: "120 homes", "306 votes".
  func noun(
    _ number: Number, _ qualifier: (start: Int, isApproximate: Bool)
  ) -> StatedFigure? {
    guard number.end < words.count, isNear(number.end - 1, number.end) else { return nil }
    let word = words[number.end]
    guard word.kind == .letters, word.length >= 4 else { return nil }
    // "NBC 4 free", "Boeing 737 jets": the number of a name.
    if number.start > 1, words[number.start - 1].isCapitalised,
      isAdjacent(number.start - 1, number.start)
    {
      return nil
    }
    guard !FigureLexicon.followers.contains(word.full),
      !FigureLexicon.conjunctions.contains(word.full),
      !FigureLexicon.auxiliaries.contains(word.full)
    else { return nil }
    return make(
      number, qualifier, concept: nil, key: word.stem, subject: text(word),
      range: words[number.start].start..<word.end, counted: [word.stem])
  }

  func make(
    _ number: Number, _ qualifier: (start: Int, isApproximate: Bool), concept: CountedConcept?,
    key: UInt64, subject: String, range: Range<Int>, counted: [UInt64], stem: UInt64? = nil,
    own: [UInt64]? = nil
  ) -> StatedFigure {
    let start = min(range.lowerBound, words[qualifier.start].start)
    let own =
      own ?? words[firstWord(from: start)...].prefix { $0.end <= range.upperBound }.map(\.stem)
    return StatedFigure(
      value: number.value, isApproximate: qualifier.isApproximate, concept: concept, key: key,
      subject: subject, subjectStem: stem ?? key,
      text: String(decoding: bytes[start..<range.upperBound], as: UTF8.self), sentence: sentence,
      place: place(behind: range.upperBound), owner: owner(before: start), ownStems: own)
  }

  /// The nearest name before a figure, up to eight words back.
  private func owner(before start: Int) -> UInt64? {
    guard !isHeadline else { return nil }
    let end = firstWord(from: start)
    for at in stride(from: end - 1, through: max(0, end - 8), by: -1) {
      let word = words[at]
      guard word.kind == .letters, word.isCapitalised, word.length > 2 else { continue }
      if at > 0 || article.names.hasSorted(word.stem) { return word.stem }
    }
    return nil
  }

  static func key(_ concept: CountedConcept, _ counted: [UInt64]) -> UInt64 {
    FigureLexicon.hash([WordHash.of(concept.rawValue)] + counted)
  }

  func text(_ word: ScannedWord) -> String {
    String(decoding: bytes[word.start..<word.end], as: UTF8.self).lowercased()
  }
}
