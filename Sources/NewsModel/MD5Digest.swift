import CNettle

/// The MD5 digest of bytes (RFC 1321), only to compare with a server that answers with one.
///
/// It says that bytes are the same where nobody has tried to make it lie; ids and signatures have
/// `ContentDigest`.
public struct MD5Digest: Hashable, Sendable {
  /// The digest as 32 lower-case hexadecimal digits.
  public let hex: String

  /// Digests bytes.
  public init(_ bytes: [UInt8]) {
    var context = md5_ctx()
    nettle_md5_init(&context)
    nettle_md5_update(&context, bytes.count, bytes)
    let digest = [UInt8](unsafeUninitializedCapacity: Int(MD5_DIGEST_SIZE)) { digest, count in
      nettle_md5_digest(&context, digest.count, digest.baseAddress)
      count = digest.count
    }
    let alphabet = Array("0123456789abcdef".utf8)
    hex = String(
      decoding: digest.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] }, as: UTF8.self)
  }
}
