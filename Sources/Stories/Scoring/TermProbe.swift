/// The terms of one article, laid out so that those of many others are looked up among them.
///
/// An open table of places at most a quarter full: most terms of another article are not there, and one look says so.
struct TermProbe: Sendable {
  /// The article.
  let article: ArticleFeatures
  private let places: [UInt16]
  private let shift: UInt32

  /// Lays out an article.
  ///
  /// - Complexity: O(*n*) in its distinct terms.
  init(_ article: ArticleFeatures) {
    self.article = article
    var bits: UInt32 = 6
    while 1 << bits < article.keys.count * 4 { bits += 1 }
    shift = 32 - bits
    var places = [UInt16](repeating: 0, count: 1 << bits)
    for (index, key) in article.keys.enumerated() {
      var place = Self.place(key, shift)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      // At most 6,000 words are read (`FeatureValues.wordLimit`).
      places[place] = UInt16(index + 1)
    }
    self.places = places
  }

  /// Adds what a range of another article's terms shares with this one's.
  ///
  /// - Complexity: O(*n*) in the range.
  func add(_ range: Range<Int>, of other: ArticleFeatures, to sums: inout SharedTerms) {
    let last = places.count - 1
    let shift = shift
    var found = sums
    places.withUnsafeBufferPointer { places in
      article.keys.withUnsafeBufferPointer { keys in
        article.weights.withUnsafeBufferPointer { weights in
          other.keys.withUnsafeBufferPointer { otherKeys in
            other.weights.withUnsafeBufferPointer { otherWeights in
              for index in range {
                let key = otherKeys[index]
                var place = Self.place(key, shift)
                while places[place] != 0 {
                  let own = Int(places[place]) - 1
                  if keys[own] == key {
                    found.add(weights[own], otherWeights[index], isNumber: key & 1 == 1)
                    break
                  }
                  place = (place + 1) & last
                }
              }
            }
          }
        }
      }
    }
    sums = found
  }

  /// The multiplicative hash of Knuth, The Art of Computer Programming 3, 6.4: terms of one language share low bits.
  private static func place(_ key: UInt32, _ shift: UInt32) -> Int {
    Int((key &* 0x9E37_79B1) &>> shift)
  }
}
