import CNettle

/// A digest of bytes that come in parts (FIPS 180-4).
public struct RunningDigest: Sendable {
  private var context = sha256_ctx()

  /// Begins with no bytes.
  public init() { nettle_sha256_init(&context) }

  /// Takes the bytes that follow.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
  }

  /// The digest of everything so far.
  public var digest: ContentDigest {
    // Reading it out ends a context, so a copy is read out.
    var context = context
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { bytes, count in
      nettle_sha256_digest(&context, bytes.count, bytes.baseAddress)
      count = bytes.count
    }
    return ContentDigest(digest: bytes)
  }
}
