internal import CICU

/// Host names with letters outside ASCII, as browsers take them: UTS #46, non-transitional, by ICU.
///
/// Full-width letters, soft hyphens, the full stops of CJK keyboards, and composed and decomposed
/// letters all come to one name.
enum InternationalHostName {
  /// The name in ASCII, with `xn--` labels; nil for what no host name can be.
  static func ascii(_ host: String) -> String? {
    guard let namer = namer.pointer else { return nil }
    var host = host
    return host.withUTF8 { bytes in
      guard let count = Int32(exactly: bytes.count), bytes.count <= longest else { return nil }
      let written = [UInt8](unsafeUninitializedCapacity: 4 * longest) { buffer, written in
        let length = newsfold_host_ascii(
          namer, bytes.baseAddress, count, buffer.baseAddress, Int32(buffer.count))
        written = max(0, Int(length))
      }
      return written.isEmpty ? nil : String(decoding: written, as: UTF8.self)
    }
  }

  /// The bytes of a name in UTF-8 that are looked at: DNS takes 253 in ASCII (RFC 1035 §2.3.4), and
  /// no letter has more than four.
  private static let longest = 1012

  /// ICU's writer, which any number of threads may use.
  private struct Namer: @unchecked Sendable {
    let pointer = newsfold_host_namer_new()
  }

  private static let namer = Namer()
}
