/// The charset that a page declares in its first bytes.
enum DeclaredCharset {
  /// WHATWG HTML §4.2.5.4 asks for it in the first 1,024 bytes; pages put it later.
  private static let reach = 4_096

  static func read(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(reach), as: UTF8.self)
    if let match = head.firstMatch(of: #/(?i)<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_\-]+)/#) {
      return String(match.1)
    }
    if let match = head.firstMatch(of: #/(?i)<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_\-]+)/#) {
      return String(match.1)
    }
    return nil
  }
}
