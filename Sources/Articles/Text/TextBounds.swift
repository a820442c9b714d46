/// The most that an article may have of each thing, so that no file makes more of it than a reader can use.
///
/// A feed document has 15 MB at most, and a hundred entries share it: 150 kB each, of which the values below take a
/// third at the very most.
enum TextBounds {
  /// Of the 4,121 labelled articles the longest title has 485 characters; four bytes each.
  static let titleBytes = 2_000
  /// Standfirsts have some 300 characters; the first paragraph of a long report, which some put there, has 2,000.
  static let summaryBytes = 8_000
  /// Bylines name twenty at most (`Byline`).
  static let authors = 20
  /// Pages list keywords by the hundred; who reads a feed looks at a few.
  static let tags = 30
  /// Galleries show up to a hundred pictures.
  static let pictures = 100
  /// Episodes and clips that come with one report.
  static let enclosures = 20
  /// A caption is a paragraph at most.
  static let captionBytes = 1_000
  /// A credit and the title of a media file are a line.
  static let lineBytes = 300
  /// 1 MiB: ten times the longest reports that are printed (some 100,000 characters), a third of *War and Peace*.
  static let textBytes = 1 << 20
  /// The text with its markup; where there is more of it, the paragraphs stand alone.
  static let htmlBytes = 2 * textBytes

  /// The beginning of a text, cut between two characters.
  ///
  /// - Complexity: O(1) in the length of the text.
  static func prefix(of text: String, byteLimit: Int) -> Substring {
    guard text.utf8.count > byteLimit else { return text[...] }
    let end = text.utf8.index(text.startIndex, offsetBy: byteLimit)
    // A place inside a character's bytes is rounded down to the character.
    return text[..<end]
  }
}
