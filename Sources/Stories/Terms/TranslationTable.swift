internal import CTranslations

/// The English terms that one language's most frequent terms stand for.
struct TranslationTable: Sendable {
  /// The share of a whole word.
  static let wholeShare: UInt8 = 255

  private var ranges: [UInt32: Range<Int>] = [:]
  private var pivots: [PivotTerm] = []

  /// The table of English: each term stands for itself.
  init(pivots: [PivotTerm]) {
    self.pivots = pivots
    for (index, pivot) in pivots.enumerated() { ranges[pivot.key] = index..<index + 1 }
  }

  /// Reads a table as `CTranslations.h` describes it.
  init(_ table: newsfold_translation_table, pivots english: [PivotTerm]) {
    FrontCoding.read(table.bytes, count: table.length) { term, bytes, index in
      let count = Int(bytes[index])
      index += 1
      let start = pivots.count
      for _ in 0..<count {
        var pivot = english[Int(bytes[index]) | Int(bytes[index + 1]) << 8]
        pivot.share = bytes[index + 2]
        pivots.append(pivot)
        index += 3
      }
      // Of two terms with one hash the first in the order of bytes stays.
      let key = TermHash.hash(term, isNumber: false)
      if ranges[key] == nil { ranges[key] = start..<pivots.count }
    }
  }

  /// The English terms that a term stands for; none if it is rarer than all of the table.
  func pivots(_ term: UInt32) -> ArraySlice<PivotTerm> {
    ranges[term].map { pivots[$0] } ?? []
  }

  /// The English terms in the order of their bytes.
  static func pivots(_ table: newsfold_translation_table) -> [PivotTerm] {
    var found: [PivotTerm] = []
    FrontCoding.read(table.bytes, count: table.length) { term, bytes, index in
      found.append(
        PivotTerm(
          key: TermHash.hash(term, isNumber: false), weight: bytes[index], share: wholeShare))
      index += 1
    }
    return found
  }
}
