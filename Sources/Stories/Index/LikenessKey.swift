internal import Algorithms

/// The mark that near copies most often have in common: one pair of neighbouring words, and the
/// day.
///
/// Of all pairs of neighbouring words it is the one with the least hash, so that two texts have the
/// same mark as often as the share of pairs that they have in common (Broder, "On the resemblance
/// and containment of documents", 1997). Texts that are unlike may have it in common, too: it only
/// says which articles `CopyCrowd` looks at together.
struct LikenessKey: Hashable, Sendable {
  private let mark: UInt64
  private let day: Int64
  private let isDated: Bool

  /// The mark of an article.
  ///
  /// - Complexity: O(*n*) in its words.
  init(_ article: PreparedArticle) {
    let features = article.features
    let words = features.sequence
    var least = UInt64.max
    for (one, other) in words.adjacentPairs() {
      let (key, next) = (features.keys[Int(one)], features.keys[Int(other)])
      least = min(least, Self.mixed(UInt64(key) << 32 | UInt64(next)))
    }
    mark = least ^ UInt64(features.language.packed)
    let (days, rest) = article.time.milliseconds.quotientAndRemainder(
      dividingBy: PublicationTime.day)
    day = rest < 0 ? days - 1 : days
    isDated = article.time.isEvidence
  }

  /// The bits of a number, each of them moved by all others: the end of SplitMix64 (Steele, Lea,
  /// Flood, "Fast splittable pseudorandom number generators", 2014).
  private static func mixed(_ number: UInt64) -> UInt64 {
    var bits = number &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
