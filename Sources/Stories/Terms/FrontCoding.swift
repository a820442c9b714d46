/// Reads the compiled-in tables: terms in the order of their bytes, each without the beginning that
/// it shares with the one before (`CWordFrequencies.h`, `CTranslations.h`).
enum FrontCoding {
  /// Calls `visit` with each term and the place of its values in the table; `visit` moves the place
  /// behind them.
  static func read(
    _ bytes: UnsafePointer<UInt8>?, count: Int,
    visit: (_ term: [UInt8], _ bytes: UnsafePointer<UInt8>, _ index: inout Int) -> Void
  ) {
    guard let bytes else { return }
    var term: [UInt8] = []
    var index = 0
    while index + 2 < count {
      let (shared, added) = (Int(bytes[index]), Int(bytes[index + 1]))
      term.removeLast(term.count - shared)
      term.append(contentsOf: UnsafeBufferPointer(start: bytes + index + 2, count: added))
      index += 2 + added
      visit(term, bytes, &index)
    }
  }
}
