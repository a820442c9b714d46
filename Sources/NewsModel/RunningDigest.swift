import Crypto

/// A digest of bytes that come in parts (FIPS 180-4).
public struct RunningDigest: Sendable {
  private var hash = SHA256()

  /// Begins with no bytes.
  public init() {}

  /// Takes the bytes that follow.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The digest of everything so far.
  public var digest: ContentDigest { ContentDigest(hash.finalize()) }
}
