import CNettle

/// A SHA-256 digest of bytes that come in parts (FIPS 180-4).
public struct RunningDigest: Sendable {
  private var context = sha256_ctx()

  /// Makes the digest of no bytes.
  public init() { nettle_sha256_init(&context) }

  /// Adds the bytes that follow.
  public mutating func update(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
  }

  /// Adds the UTF-8 bytes of a text that follows.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
  }

  /// The digest of everything so far.
  public var digest: ContentDigest {
    // Reading the digest ends a context, so it is read from a copy.
    var context = context
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { bytes, count in
      nettle_sha256_digest(&context, bytes.count, bytes.baseAddress)
      count = bytes.count
    }
    return ContentDigest(digest: bytes)
  }
}
