/// The host and port of an address.
enum HostName {
  /// Reads `host` or `host:port`.
  ///
  /// - Returns: The host in lower case and ASCII; nil if it is empty or holds what no host can.
  static func read(_ authority: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
    var name = authority
    var port: Int?
    if let colon = authority.lastIndex(of: 0x3A), !authority[colon...].contains(0x5D) {
      name = authority[..<colon]
      let digits = authority[(colon + 1)...]
      if !digits.isEmpty {
        guard let number = UInt16(String(decoding: digits, as: UTF8.self)) else { return nil }
        port = Int(number)
      }
    }
    guard let host = host(name) else { return nil }
    return (host, port)
  }

  private static func host(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.first == 0x5B { return numeric(bytes) }
    var text = PercentCoding.decoded(bytes)
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      guard let ascii = InternationalHostName.ascii(text) else { return nil }
      text = ascii
    }
    text = text.lowercased()
    while text.hasSuffix(".") { text.removeLast() }
    // RFC 1035 §2.3.4; and nothing but letters, digits, hyphens, dots, and the underscore seen in
    // the wild.
    guard !text.isEmpty, text.utf8.count <= 253, !text.hasPrefix("."), !text.contains("..") else {
      return nil
    }
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
        || $0 == 0x5F
    }
    return isPlain ? text : nil
  }

  private static func numeric(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.last == 0x5D, bytes.count > 3 else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let isPlain = text.utf8.dropFirst().dropLast().allSatisfy {
      (0x30...0x3A).contains($0) || (0x61...0x66).contains($0) || $0 == 0x2E
    }
    return isPlain ? text : nil
  }
}
