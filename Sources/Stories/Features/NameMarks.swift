/// Tells names among the first words of an article by their capitals.
///
/// Inside a sentence a capital is a name; where any word has one, at a sentence's start, in a
/// headline of capitals and in German, only a word that no table of frequencies has.
struct NameMarks {
  /// The words of the text behind the title that are asked: names that tell the event stand here.
  static let textCount = 60
  /// The least weight of a name, in twentieths: 2.5, commoner words are no names; 6.5 where any
  /// word has a capital.
  private static let least: UInt8 = 50
  private static let leastWhereAllAreCapital: UInt8 = 130
  /// Titles with more than seven of ten longer words in capitals are written in capitals.
  private static let capitalShare = 0.7
  private static let longWord = 4

  /// A word as it was met.
  struct Word {
    var read: ReadWord
    /// The length in bytes.
    var byteCount: Int
    /// Whether it begins a sentence.
    var isStart: Bool
  }

  /// Marks the words of a title and the first ones of a text that are written as names.
  ///
  /// - Parameters:
  ///   - words: The title's words, then the text's.
  ///   - titleCount: How many are the title's.
  ///   - language: Their language.
  /// - Returns: The places of the names, ascending.
  static func names(_ words: [Word], titleCount: Int, language: LanguageCode) -> [Int] {
    let title = words.prefix(titleCount).filter {
      !$0.read.term.isNumber && $0.byteCount >= longWord
    }
    let isCapital =
      title.count > 2
      && Double(title.count { $0.read.capitals != .none }) > capitalShare * Double(title.count)
    return words.prefix(titleCount + textCount).indices.filter { index in
      let word = words[index]
      guard word.read.capitals != .none, !word.read.term.isNumber else { return false }
      let isDoubtful =
        index < titleCount && isCapital || word.isStart || language.hasCapitalNouns
        || word.read.capitals == .all
      return word.read.term.weight >= (isDoubtful ? leastWhereAllAreCapital : least)
    }
  }
}
