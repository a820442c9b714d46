/// The SHA-256 digest of bytes (FIPS 180-4), for ids, entity tags and comparisons with earlier
/// bytes.
public struct ContentDigest: Hashable, Sendable {
  /// The 32 bytes of the digest.
  private let digest: [UInt8]

  /// The 32 bytes, for digests that are keys of others.
  public var bytes: [UInt8] { digest }

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

  init(digest: [UInt8]) { self.digest = digest }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hex: String { hex(digits: 64) }

  /// The first digits of the digest in lower-case hexadecimal.
  ///
  /// - Parameter digits: How many, at most 64.
  /// - Returns: Those digits.
  public func hex(digits: Int) -> String {
    let alphabet = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in digest {
      text.append(alphabet[Int(byte >> 4)])
      text.append(alphabet[Int(byte & 15)])
    }
    return String(decoding: text.prefix(digits), as: UTF8.self)
  }

  /// The first 64 bits of the digest, for breaking ties the same way on every machine.
  public var prefix64: UInt64 { digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
