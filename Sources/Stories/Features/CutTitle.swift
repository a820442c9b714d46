internal import NewsModel

/// A title without the name of its outlet, and the places where it may still end before one.
///
/// Sites end titles with their names ("… | Vale Star"), with a section and their name, or with
/// another site's. Such a name is in every title of an outlet and tells of no event. What says so
/// in the article alone is cut here; what only other titles tell, by ending likewise, is told by
/// `TitleFurniture`.
struct CutTitle {
  /// The title, cut.
  let text: String
  /// Where it may end before, the last place first.
  let ends: [End]

  /// A place in a title where a headline may end.
  struct End {
    /// Where the bar begins, in the cut title.
    var index: String.Index
    /// The bar.
    var bar: Character
    /// The end that follows, in small letters and digits alone.
    var tail: String
    /// The text before it, likewise and cut.
    var stem: String
    /// Whether it may be the name of a section before an outlet's behind the same bar.
    var isSection: Bool
  }

  /// The most parts that are cut: section, place, outlet, network.
  private static let mostParts = 5
  /// The most places of a title that others are asked about.
  private static let mostEnds = 3
  /// The most words of an outlet's name, and of one that is known by a word such as "News".
  private static let mostWords = (whole: 6, knownByAWord: 5)
  /// A shorter name is in another by chance.
  private static let leastName = 4
  /// The least length of a remaining headline, in letters; before a section a little less.
  private static let leastRest = (outlet: 10, section: 8)
  /// The longest name of a section, in letters and words.
  private static let longestSection = (letters: 20, words: 2)
  /// Two titles that agree in so many letters are one headline.
  private static let stemLetters = 40

  /// Bars that stand between spaces, and those that need none.
  private static let spaced: Set<Character> = ["-", "–", "—", "·", "•", "»", "|", "｜"]
  private static let unspaced: Set<Character> = ["|", "｜", "_"]

  /// Cuts the title of an article.
  init(_ article: Article) {
    self.init(article.title, outlet: article.outlet, url: article.url)
  }

  /// Cuts a title.
  init(_ title: String, outlet: String, url: String?) {
    let names = [Self.letters(outlet), Self.letters(OutletKey.host(url ?? ""))]
    var title = title[...]
    var bar: Character?
    for _ in 0..<Self.mostParts {
      guard let place = Self.bars(in: title).last else { break }
      let (rest, part) = (title[..<place.lowerBound], title[place.upperBound...])
      let mark = Self.mark(title[place])
      let isSection = bar == mark && Self.isSection(part, mark, after: rest)
      guard isSection || Self.isOutlet(part, mark, after: rest, names: names) else { break }
      if !isSection { bar = mark }
      title = rest
    }
    text = String(title)
    let cut = text
    ends = Self.bars(in: cut[...]).suffix(Self.mostEnds).reversed().compactMap { place in
      let (rest, part) = (cut[..<place.lowerBound], cut[place.upperBound...])
      let (tail, stem) = (Self.letters(part), Self.letters(rest))
      guard !tail.isEmpty, !stem.isEmpty, Self.wordCount(part) <= Self.mostWords.whole else {
        return nil
      }
      let mark = Self.mark(cut[place])
      return End(
        index: place.lowerBound, bar: mark, tail: tail, stem: String(stem.prefix(Self.stemLetters)),
        isSection: Self.isSection(part, mark, after: rest))
    }
  }

  /// The bars of a title with the spaces around them.
  private static func bars(in title: Substring) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var index = title.startIndex
    while index < title.endIndex {
      let start = index
      while index < title.endIndex, title[index].isWhitespace { index = title.index(after: index) }
      guard index < title.endIndex else { break }
      let bar = title[index]
      let isBar = unspaced.contains(bar) || spaced.contains(bar)
      guard isBar else {
        index = title.index(after: index)
        continue
      }
      let hasSpace = start < index
      var end = title.index(after: index)
      // "--" is a dash.
      if bar == "-", end < title.endIndex, title[end] == "-" { end = title.index(after: end) }
      let bare = end
      while end < title.endIndex, title[end].isWhitespace { end = title.index(after: end) }
      if unspaced.contains(bar) || hasSpace && bare < end { found.append(start..<end) }
      index = end
    }
    return found
  }

  private static func mark(_ bar: Substring) -> Character {
    bar.first { !$0.isWhitespace } ?? "-"
  }

  /// Whether a part is the name of a section that stands before the outlet's.
  private static func isSection(_ part: Substring, _ bar: Character, after rest: Substring) -> Bool
  {
    unspaced.contains(bar) && wordCount(part) <= longestSection.words
      && letters(part).count <= longestSection.letters && letters(rest).count > leastRest.section
  }

  /// Whether a part names the outlet, or is what outlets are called.
  private static func isOutlet(
    _ part: Substring, _ bar: Character, after rest: Substring, names: [String]
  ) -> Bool {
    let name = letters(part)
    guard !name.isEmpty, !letters(rest).isEmpty else { return false }
    if names.contains(name) { return true }
    if name.count >= leastName, names.contains(where: { $0.contains(name) }) { return true }
    guard letters(rest).count > leastRest.outlet, wordCount(part) <= mostWords.knownByAWord else {
      return false
    }
    return OutletWords.areIn(part, isBehindBar: unspaced.contains(bar))
  }

  private static func wordCount(_ text: Substring) -> Int {
    text.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }.count
  }

  /// The letters and digits of a text in lower case.
  private static func letters(_ text: some StringProtocol) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
