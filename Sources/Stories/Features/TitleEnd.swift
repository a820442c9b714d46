/// A place where a prepared article's title may end before the name of an outlet.
struct TitleEnd: Hashable, Sendable {
  /// The number of words of the title before it.
  var wordCount: Int
  /// The text that follows, as a number.
  var tail: UInt64
  /// The text before it, as a number.
  var stem: UInt64
  /// The bar, as a number.
  var bar: UInt32
  /// Whether it may be the name of a section before an outlet's behind the same bar.
  var isSection: Bool

  /// A number for some letters: FNV-1a with 64 bits (draft-eastlake-fnv).
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
