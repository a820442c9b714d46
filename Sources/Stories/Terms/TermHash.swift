/// The number that stands for a term: 32 bits of FNV-1a over its UTF-8 bytes.
///
/// Two terms of one article share a number once in some hundred thousand articles; a pair's score
/// stays a function of the pair. The lowest bit says whether the term is a number.
enum TermHash {
  /// Hashes a term.
  static func hash(_ bytes: some Sequence<UInt8>, isNumber: Bool) -> UInt32 {
    // Offset and prime of the 64-bit FNV-1a (draft-eastlake-fnv), folded to 32 bits after a last
    // mixing.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    hash = (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32) & ~1 | (isNumber ? 1 : 0)
  }
}
