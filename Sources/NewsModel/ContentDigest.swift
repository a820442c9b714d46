/// The SHA-256 digest of bytes (FIPS 180-4), for ids, for "same bytes as last time" and for entity tags.
///
/// Our own because this module depends on no package and no system library that we require has one.
public struct ContentDigest: Hashable, Sendable {
  /// The eight 32-bit words of the digest, most significant first.
  private let words: [UInt32]

  /// Digests the UTF-8 bytes of a text.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Digests bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ bytes: [UInt8]) {
    var running = RunningDigest()
    running.update(bytes[...])
    self = running.digest
  }

  init(words: [UInt32]) {
    self.words = words
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hex: String { hex(digits: 64) }

  /// The first digits of the digest in lower-case hexadecimal.
  ///
  /// - Parameter digits: How many, at most 64.
  /// - Returns: Those digits.
  public func hex(digits: Int) -> String {
    var text = ""
    for word in words {
      let part = String(word, radix: 16)
      text += String(repeating: "0", count: 8 - part.count) + part
    }
    return String(text.prefix(digits))
  }

  /// The first 64 bits of the digest, for ties that must fall the same way everywhere.
  public var prefix64: UInt64 { UInt64(words[0]) << 32 | UInt64(words[1]) }
}
