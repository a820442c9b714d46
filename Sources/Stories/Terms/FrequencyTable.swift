internal import CWordFrequencies

/// The weights of a language's ten thousand most frequent terms.
///
/// The weight of a term is −ln(1 − exp(−400 f)) for its relative frequency f per running word: the
/// surprise that a text of 400 words holds it. Weights are kept in twentieths.
struct FrequencyTable: Sendable {
  /// The unit of weights: one twentieth.
  static let unit: Double = 1 / 20
  /// The weight of a term that no table has, and the most that one of a table weighs, 7: f =
  /// 2.3·10⁻⁶.
  ///
  /// It lies just beyond the edge of the tables (some 5·10⁻⁶). With more the names that a saga
  /// repeats every day outweigh what happens on one of them (with 7.5, 7, 6.5 and 6 the sagas'
  /// precision is .87, .91, .98 and .98).
  static let unknown: UInt8 = 140
  /// The weight of a number of up to two digits: f = 2·10⁻⁴, 2.57.
  static let shortNumber: UInt8 = 51
  /// The weight of a longer number: f = 3·10⁻⁶, 6.73.
  static let longNumber: UInt8 = 135

  private static let slotCount = 1 << 15
  private var keys = [UInt32](repeating: 0, count: slotCount)
  private var weights = [UInt8](repeating: 0, count: slotCount)

  /// Reads a table as `CWordFrequencies.h` describes it.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - visit: Called with each term and its weight.
  init(_ table: newsfold_frequency_table, visit: ([UInt8], UInt8) -> Void = { _, _ in }) {
    FrontCoding.read(table.bytes, count: table.length) { term, bytes, index in
      let weight = bytes[index]
      index += 1
      insert(TermHash.hash(term, isNumber: false), weight)
      visit(term, weight)
    }
  }

  /// The weight of a term, nil if it is rarer than all of the table.
  func weight(_ term: UInt32) -> UInt8? {
    var slot = Int(term >> 1) & (Self.slotCount - 1)
    while keys[slot] != 0 {
      if keys[slot] == term { return weights[slot] }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }

  private mutating func insert(_ term: UInt32, _ weight: UInt8) {
    var slot = Int(term >> 1) & (Self.slotCount - 1)
    while keys[slot] != 0, keys[slot] != term { slot = (slot + 1) & (Self.slotCount - 1) }
    // If two terms have one hash, the weight of the commoner one stands.
    weights[slot] = keys[slot] == term ? min(weights[slot], weight) : weight
    keys[slot] = term
  }
}
