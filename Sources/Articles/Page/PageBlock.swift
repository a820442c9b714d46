/// A paragraph of a page, with the facts by which it is judged to be part of the report.
struct PageBlock {
  /// The block element around it.
  let owner: Int
  /// The first node of its text.
  let first: Int
  /// The last node of its text.
  let last: Int
  /// Where its text stands in `PageFlow.bytes`.
  let text: Range<Int>
  /// Its letters and marks; one of a script without spaces counts as three, as long as a syllable
  /// of another.
  let length: Int
  /// Those of them that are linked.
  let linked: Int
  /// Whether a mark of a sentence stands in it.
  let hasSentenceMark: Bool

  /// Whether most of it leads elsewhere.
  var isLinks: Bool { linked * 10 > length * 7 && length < 2_000 }
}
