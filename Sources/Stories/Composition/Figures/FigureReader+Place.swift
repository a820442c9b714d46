import NewsModel

extension FigureReader {
  /// The reach behind a figure in which its place is looked for: "killed when the boat sank off the
  /// coast of Haiti".
  private static let reach = 10

  /// The place that a figure is of, as marks of the words of its name: the nearest behind it
  /// ("killed in Haiti", "across the northern Caribbean"), else the one that the sentence begins
  /// with ("In Haiti, 14 …").
  ///
  /// A capital letter makes the name, so there is none in a headline that writes every word with
  /// one, and in no script without capitals.
  func place(behind end: Int) -> [UInt64] {
    guard !isHeadline else { return [] }
    let first = firstWord(from: end)
    for index in first..<min(first + Self.reach, words.endIndex) {
      if isNumber(words[index]) { break }
      let name = name(after: index)
      if !name.isEmpty { return name }
    }
    return openingPlace
  }

  /// The name behind a preposition of place, up to three plain words before it ("in the town of
  /// Lindby").
  func name(after index: Int) -> [UInt64] {
    guard FigureLexicon.places.contains(words[index].full) else { return [] }
    var start = index + 1
    while start < words.count, start <= index + 3, isAdjacent(start - 1, start),
      words[start].kind == .letters, !words[start].isCapitalised
    { start += 1 }
    guard start < words.count, isAdjacent(start - 1, start), isName(start) else { return [] }
    var marks = [mark(words[start])]
    var next = start + 1
    // "Dnipro, Ukraine", "the Ukrainian capital Kyiv"
    while next < words.count, marks.count < 4 {
      if isName(next) {
        marks.append(mark(words[next]))
      } else if !isAdjacent(next - 1, next) || next + 1 >= words.count || !isName(next + 1)
        || !isAdjacent(next, next + 1) || !isPlain(next)
      {
        break
      }
      next += 1
    }
    return marks
  }

  private func isName(_ index: Int) -> Bool {
    let word = words[index]
    return word.kind == .letters && word.isCapitalised && !FigureLexicon.months.contains(word.full)
      && !FigureLexicon.followers.contains(word.full)
  }

  private func isPlain(_ index: Int) -> Bool {
    let word = words[index]
    return word.kind == .letters && word.length >= 4 && !FigureLexicon.places.contains(word.full)
      && !FigureLexicon.followers.contains(word.full)
      && !FigureLexicon.conjunctions.contains(word.full)
  }

  /// A mark that spellings of a name share: its consonants, by which Kyiv is Kiev; the whole of a
  /// name that has hardly any.
  private func mark(_ word: ScannedWord) -> UInt64 {
    let vowels = "aeiouyáàâäãåéèêëíìîïóòôöõøúùûü"
    let consonants = text(word).filter { $0.isLetter && !vowels.contains($0) }
    return consonants.count < 2 ? word.stem : WordHash.of(consonants)
  }
}
