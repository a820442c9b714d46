import NewsModel

extension FigureReader {
  /// Whether a number can count something at all.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - allowed: Words that may follow it, although they make it no count.
  ///   - isRisen: Whether a toll rose to it: "the number of injured stands at 45" labels nothing.
  /// - Returns: Whether it can.
  func isCount(
    _ number: Number, allowing allowed: Set<UInt64> = [], isRisen: Bool = false
  ) -> Bool {
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
        if previous.kind == .digits { return false }
        if !isRisen, FigureLexicon.labels.contains(previous.full) { return false }
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
    if allowed.contains(next.full) { return true }
    if FigureLexicon.measures.contains(next.full) || FigureLexicon.months.contains(next.full)
      || FigureLexicon.increments.contains(next.full)
      || FigureLexicon.partitives.contains(next.full)
    {
      return false
    }
    return true
  }

  func isNumber(_ word: ScannedWord) -> Bool {
    word.kind == .digits || numbers[word.full] != nil
  }

  func isQualifier(at index: Int) -> Bool {
    index + 1 < words.count
      && FigureLexicon.qualifiers[FigureLexicon.hash([words[index].full, words[index + 1].full])]
        != nil
  }

  func isDash(before at: Int) -> Bool {
    at >= 3 && bytes[at - 3] == 0xE2 && bytes[at - 2] == 0x80
      && (0x90...0x95).contains(bytes[at - 1])
  }

  func isDash(after at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && (0x90...0x95).contains(bytes[at + 2])
  }

  func byte(before at: Int) -> UInt8? { at > 0 ? bytes[at - 1] : nil }
  func byte(after at: Int) -> UInt8? { at < bytes.count ? bytes[at] : nil }

  /// The words of a qualifier before a number, and whether they make it approximate.
  func qualifier(before index: Int) -> (start: Int, isApproximate: Bool) {
    for count in [3, 2, 1] where index - count >= 0 {
      guard (index - count..<index).allSatisfy({ isAdjacent($0, $0 + 1) }) else { continue }
      let hash = FigureLexicon.hash(words[(index - count)..<index].map(\.full))
      if let isApproximate = FigureLexicon.qualifiers[hash] {
        return (index - count, isApproximate)
      }
    }
    return (index, false)
  }
}
