import FoundationEssentials
import NewsModel

/// A sketch of a text by which a later version of it is compared: the mod sketch of Broder 1997,
/// §4, over word pairs.
///
/// Of the hash of each pair of neighbouring words 16 bits are kept if they are divisible by a power
/// of two, the least one that leaves at most 512; of 512 pairs kept, a new one is taken for an old
/// one with a chance of .008 (.03 at 2,000 words). News of up to 512 words is kept whole (the
/// median of mix-dev has 378); a longer one is estimated. Two words, since a typing error touches
/// two pairs and a new sentence of *n* words brings about *n* new ones.
struct TextSketch: Hashable, Sendable {
  /// One of this number of pairs is kept.
  var modulus: UInt16 = 1
  /// 16 bits of the kept pairs, sorted, each once.
  var pairs: [UInt16] = []
  /// The number of different pairs of the text.
  var count = 0

  /// The most pairs kept: 1,024 bytes, so that ten thousand open stories need ten megabytes.
  private static let most = 512

  init() {}

  /// Sketches the body of an article, or the title and summary of one without.
  init(_ article: ReadArticle) {
    var hashes: [UInt64] = []
    var previous: UInt64 = 0
    for sentence in article.body.isEmpty ? article.title + article.summary : article.body {
      for word in article.words(sentence) {
        hashes.append(Self.mix(previous, word.full))
        previous = word.full
      }
    }
    let marks = Array(Set(hashes.map { UInt16(truncatingIfNeeded: $0 >> 16) })).sorted()
    count = marks.count
    pairs = marks
    while pairs.count > Self.most {
      modulus *= 2
      pairs = coarsened(to: modulus)
    }
  }

  /// The number of new word pairs from which on a text counts as changed.
  ///
  /// 24, a little over the mean sentence of 22 words (mix-dev): one sentence more is an edit, two
  /// are news. Five typing errors make ten.
  static let newPairs = 24
  /// The share of new pairs that a longer text needs besides: 1 in 20, two sentences of the median
  /// report.
  static let newShare = 0.05
  /// The share of new pairs from which on a short text counts as changed.
  static let shortShare = 0.5
  /// The fewest new pairs of a short text.
  static let fewest = 8

  /// Whether a later version says enough that this one did not.
  ///
  /// Text that was cut or moved is no change.
  func isChanged(to later: TextSketch) -> Bool {
    guard count > 0, later.count > 0 else { return later.count >= Self.newPairs }
    let modulus = max(modulus, later.modulus)
    let old = Set(coarsened(to: modulus))
    let unseen = later.coarsened(to: modulus).count { !old.contains($0) } * Int(modulus)
    let share = Double(unseen) / Double(later.count)
    if unseen >= Self.newPairs, share >= Self.newShare { return true }
    return unseen >= Self.fewest && share >= Self.shortShare
  }

  /// The pairs that are kept under a coarser modulus too: it is tested on the kept bits, so no text
  /// is needed.
  private func coarsened(to modulus: UInt16) -> [UInt16] {
    pairs.filter { $0 % modulus == 0 }
  }

  private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var value = (first &* 0x9e37_79b9_7f4a_7c15) ^ second
    value = (value ^ (value >> 33)) &* 0xff51_afd7_ed55_8ccd
    return value ^ (value >> 33)
  }
}
