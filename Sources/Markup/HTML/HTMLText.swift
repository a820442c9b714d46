internal import NewsModel

/// Escapes text for HTML and XHTML.
public enum HTMLText {
  /// Escapes a text for the content of an element and for a quoted attribute alike.
  ///
  /// `& < > " '` become references; characters that may not stand in a document (`LegibleText`) are
  /// left out.
  public static func escape(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 16)
    append(text, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// The characters of ASCII that are written as they are.
  private static let isPlain: [Bool] = (0..<128).map { (byte: UInt8) -> Bool in
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: false
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: true
    default: false
    }
  }

  /// The characters of a text that are not left out.
  static func standing(of text: String) -> String {
    if text.unicodeScalars.allSatisfy(LegibleText.mayStand) { return text }
    var standing = ""
    standing.unicodeScalars.append(contentsOf: text.unicodeScalars.filter(LegibleText.mayStand))
    return standing
  }

  static func append(_ text: some StringProtocol, to result: inout [UInt8]) {
    if text.utf8.allSatisfy({ $0 < 0x80 && isPlain[Int($0)] }) {
      result += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;".utf8
      case 0x3C: result += "&lt;".utf8
      case 0x3E: result += "&gt;".utf8
      case 0x22: result += "&quot;".utf8
      case 0x27: result += "&#39;".utf8
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: result.append(UInt8(scalar.value))
      default:
        guard LegibleText.mayStand(scalar) else { continue }
        result.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
