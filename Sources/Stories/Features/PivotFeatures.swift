/// The features of an article that can be compared with an article in any other language, six bytes
/// for each term.
struct PivotFeatures: Hashable, Sendable {
  /// The keys of its heaviest terms (`PivotTerm`), ascending.
  var keys: [UInt32]
  /// Their weights in the order of the keys; as a vector they have length 65,535.
  var weights: [UInt16]
  /// The heaviest keys, heaviest first: what candidates in other languages share.
  private(set) var signature: [SignatureTerm]

  /// The number of terms kept. 40, 60 and 100 find .29, .44 and .52 of the judged pairs across
  /// languages at a precision of .85, each language pair left out of the fit in turn (measured on
  /// semeval-dev).
  static let keptCount = 100
  /// The number of keys that candidates may share: with 25, six of semeval-dev's 481 pairs above
  /// the threshold are no candidates; with 40 none is lost.
  static let signatureCount = 40
  /// The most words that are read: the event is told before.
  static let wordLimit = 400

  /// Weighs the pivot terms of an article's running words.
  init(_ terms: [PivotTerm]) {
    let ordered = terms.sorted {
      ($0.key, $0.weight, $0.share) < ($1.key, $1.weight, $1.share)
    }
    var found: [(key: UInt32, weight: UInt32)] = []
    var start = 0
    while start < ordered.count {
      var end = start
      var count = 0
      while end < ordered.count, ordered[end].key == ordered[start].key {
        count += Int(ordered[end].share)
        end += 1
      }
      let frequency = Double(count) / Double(TranslationTable.wholeShare)
      // (1 + ln tf)·idf as for terms; a term said less than once counts by its share.
      let factor = frequency < 1 ? frequency : 1 + NaturalLogarithm.of(frequency)
      // The greatest weight of the key: a name counts less where it has no capital.
      let weight = factor * Double(ordered[end - 1].weight) * 1000 * FrequencyTable.unit
      if weight >= 1 { found.append((ordered[start].key, UInt32(weight.rounded()))) }
      start = end
    }
    found.sort { ($0.weight, $1.key) > ($1.weight, $0.key) }
    found = Array(found.prefix(Self.keptCount))
    let heaviest = found.prefix(Self.signatureCount).map(\.key)
    let length = Double(found.reduce(0) { $0 + Int($1.weight) * Int($1.weight) }).squareRoot()
    found.sort { $0.key < $1.key }
    self.init(
      keys: found.map(\.key),
      weights: found.map { UInt16((Double($0.weight) / length * 65535).rounded()) },
      heaviest: heaviest)
  }

  /// Makes features of terms that are weighed.
  ///
  /// - Parameters:
  ///   - keys: The keys, ascending.
  ///   - weights: Their weights in the order of the keys.
  ///   - heaviest: The heaviest keys, heaviest first.
  init(keys: [UInt32], weights: [UInt16], heaviest: [UInt32]) {
    self.keys = keys
    self.weights = weights
    signature = heaviest.map {
      SignatureTerm(key: $0, weight: 1, isInOpening: false, reachesFar: true)
    }
  }
}
