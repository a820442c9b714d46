/// Text as it is written into HTML and XHTML.
public enum HTMLText {
  /// Escapes a text for the content of an element and for a quoted attribute alike.
  ///
  /// `& < > " '` become references; characters that XML 1.0 has none of (§2.2 `Char`) are left out.
  public static func escape(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    append(text, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  static func append(_ text: some StringProtocol, to result: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;".utf8
      case 0x3C: result += "&lt;".utf8
      case 0x3E: result += "&gt;".utf8
      case 0x22: result += "&quot;".utf8
      case 0x27: result += "&#39;".utf8
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xFFFE, 0xFFFF: break
      default: result.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
