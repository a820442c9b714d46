extension String {
  /// Whether this path begins with these bytes; `hasPrefix` compares by Unicode equivalence, which
  /// files do not.
  func hasBytePrefix(_ prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  /// Whether a path comes before another one in the order of bytes, the same in every locale.
  static func precedesByBytes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}
