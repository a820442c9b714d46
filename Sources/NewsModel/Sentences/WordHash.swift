/// FNV-1a over 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): stable over runs and machines, one
/// multiplication a byte.
package struct WordHash {
  /// The hash so far.
  package var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Begins a hash.
  package init() {}

  /// Adds a byte.
  @inlinable @inline(__always)
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Adds the eight bytes of another hash, lowest first.
  @inlinable @inline(__always)
  package mutating func add(_ hash: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: hash >> shift))
    }
  }

  /// The hash of a word as the scanner makes it, for tables of words.
  package static func of(_ word: String) -> UInt64 {
    var hash = WordHash()
    for byte in word.utf8 { hash.add(byte) }
    return hash.value
  }
}
