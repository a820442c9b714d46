/// The mark that copies have in common: the same words under the same title of one outlet,
/// within some hours.
///
/// Ten thousand copies of one page tell what one of them tells. Each pair of them prints one text
/// (`Reprints`), and other articles score with each alike; so the first of them is compared with
/// others and stands in the groups, and the rest follow it (`StoryIndex.settle`).
struct CopyKey: Hashable, Sendable {
  /// Copies further apart are compared on their own: six hours, half of what no date tells
  /// (`MergeModel.timeGrace`).
  private static let span: Int64 = PublicationTime.day / 4

  private let first: UInt64
  private let second: UInt64
  private let span: Int64
  private let isDated: Bool

  /// The key of an article.
  ///
  /// - Complexity: O(*n*) in its words.
  init(_ article: PreparedArticle) {
    let features = article.features
    // Two hashes of 64 bits, FNV-1a and a polynomial with Knuth's MMIX multiplier: no two texts of
    // a site share both.
    var (first, second) = (UInt64(0xcbf2_9ce4_8422_2325), UInt64(1))
    func add(_ value: UInt64) {
      first = (first ^ value) &* 0x100_0000_01b3
      first ^= first >> 29
      second = second &* 6_364_136_223_846_793_005 &+ value &+ 1
    }
    add(UInt64(features.language.packed) << 32 | UInt64(features.outlet))
    add(UInt64(features.titleCount))
    for index in features.sequence {
      let isName = features.weights[Int(index)].isName
      add(UInt64(features.keys[Int(index)]) | (isName ? 1 << 32 : 0))
    }
    self.first = first
    self.second = second
    let (spans, rest) = article.time.milliseconds.quotientAndRemainder(dividingBy: Self.span)
    span = rest < 0 ? spans - 1 : spans
    isDated = article.time.isEvidence
  }
}
