import CNettle

extension ContentDigest {
  /// Digests the UTF-8 bytes of a text under a key: HMAC-SHA256 (RFC 2104), which only who has the
  /// key can make.
  public init(_ text: String, key: [UInt8]) {
    var context = hmac_sha256_ctx()
    nettle_hmac_sha256_set_key(&context, key.count, key)
    let message = Array(text.utf8)
    nettle_hmac_sha256_update(&context, message.count, message)
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { bytes, count in
      nettle_hmac_sha256_digest(&context, bytes.count, bytes.baseAddress)
      count = bytes.count
    }
    self.init(digest: bytes)
  }
}
