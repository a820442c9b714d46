/// The most that an article may have of each thing, so that no file makes more of it than a reader
/// can use.
///
/// A feed document has 15 MB at most, and a hundred entries share it: 150 kB each, of which the
/// values below take a third at the very most.
enum TextBounds {
  /// Bytes of a title. Of 4,121 labelled articles the longest title has 485 characters, of four
  /// bytes at most.
  static let titleBytes = 2_000
  /// Bytes of a summary. Standfirsts have some 300 characters; the first paragraph of a long
  /// report, which some put there, has 2,000.
  static let summaryBytes = 8_000
  /// Authors: bylines name twenty at most (`Byline`).
  static let authors = 20
  /// Bytes of a byline: twenty names of sixty characters, four bytes each, and what stands between
  /// them.
  static let bylineBytes = 6_000
  /// Tags: pages list keywords by the hundred, but readers of a feed look at a few.
  static let tags = 30
  /// Pictures: galleries show up to a hundred.
  static let pictures = 100
  /// Media files: the episodes and clips of one report.
  static let enclosures = 20
  /// Bytes of a caption, which is a paragraph at most.
  static let captionBytes = 1_000
  /// Bytes of a credit or a media file's title, which are a line.
  static let lineBytes = 300
  /// Bytes of the text: 1 MiB, ten times the longest printed reports (some 100,000 characters), a
  /// third of *War and Peace*.
  static let textBytes = 1 << 20
  /// Bytes of the text with its markup; if it is longer, only the paragraphs are kept.
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
