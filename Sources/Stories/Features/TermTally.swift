/// The counts of a term in the parts of an article.
struct TermTally {
  var count: UInt16 = 0
  var inTitle: UInt16 = 0
  var inLead: UInt16 = 0
  var inOpening: UInt16 = 0

  /// Counts the terms of running words, title first; each word is the place of its term.
  static func tallies(_ sequence: [UInt16], keyCount: Int, titleCount: Int) -> [TermTally] {
    var tallies = [TermTally](repeating: TermTally(), count: keyCount)
    let leadEnd = titleCount + FeatureValues.leadCount
    tallies.withUnsafeMutableBufferPointer { tallies in
      sequence.withUnsafeBufferPointer { sequence in
        for position in sequence.indices {
          let index = Int(sequence[position])
          tallies[index].count += 1
          if position < titleCount { tallies[index].inTitle += 1 }
          if position < leadEnd { tallies[index].inLead += 1 }
          if position < FeatureValues.openingCount { tallies[index].inOpening += 1 }
        }
      }
    }
    return tallies
  }
}
