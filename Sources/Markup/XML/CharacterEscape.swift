/// Writes plain text as character data of XML, HTML and JSON.
///
/// Characters that may not stand in a document (`LegibleText`) are left out everywhere, so that all
/// formats say the same. XML 1.0 (§2.2 `Char`, and the discouraged ones) or HTML do not allow them,
/// and validators warn of them or refuse them. A carriage return becomes the line feed that every
/// parser makes of it.
public enum CharacterEscape {
  /// The place of the text in a document.
  public enum Place: Sendable {
    /// Between tags: `&`, `<` and `>`.
    case text
    /// In a double-quoted attribute: `"`, tabs and line feeds as well.
    case attribute
    /// An RSS element that readers may take for HTML: `&#x26;` and `&#x3C;` (RSS Profile,
    /// "Character data").
    case profile
    /// In a JSON string (RFC 8259 §7).
    case json
    /// In a JSON string inside a `script` element of HTML: `<` as well, so that no text ends the
    /// element.
    case script
  }

  /// Appends a text to a document, escaped for its place.
  public static func append(_ text: String, to bytes: inout [UInt8], as place: Place = .text) {
    var text = text
    text.withUTF8 { append($0, to: &bytes, as: place) }
  }

  /// Appends a text in UTF-8 to a document, escaped for its place.
  public static func append(_ text: [UInt8], to bytes: inout [UInt8], as place: Place = .text) {
    text.withUnsafeBufferPointer { append($0, to: &bytes, as: place) }
  }

  /// The text, escaped for its place.
  public static func escaped(_ text: String, as place: Place = .text) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes, as: place)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8], as place: Place
  ) {
    let isSpecial = isSpecial
    var start = 0
    var index = 0
    while index < text.count {
      // All but a few bytes are copied in long runs.
      guard isSpecial[Int(text[index])] else {
        index += 1
        continue
      }
      let length = forbiddenLength(text, at: index)
      let isBeforeLineFeed = index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
      var reference: String?
      if length > 0 || text[index] == UInt8(ascii: "\r") && isBeforeLineFeed {
        reference = ""
      } else {
        reference = self.reference(for: text[index], in: place)
      }
      guard let reference else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      bytes.append(contentsOf: reference.utf8)
      index += max(length, 1)
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// The reference that stands for a byte; nil if the byte stands for itself.
  private static func reference(for byte: UInt8, in place: Place) -> String? {
    switch place {
    case .json, .script:
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "\\n"
      case UInt8(ascii: "\t"): "\\t"
      case UInt8(ascii: "<") where place == .script: "\\u003C"
      default: nil
      }
    case .text, .attribute, .profile:
      switch byte {
      case UInt8(ascii: "&"): place == .profile ? "&#x26;" : "&amp;"
      case UInt8(ascii: "<"): place == .profile ? "&#x3C;" : "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\"") where place == .attribute: "&quot;"
      case UInt8(ascii: "\t") where place == .attribute: "&#9;"
      case UInt8(ascii: "\n") where place == .attribute: "&#10;"
      case UInt8(ascii: "\r"): place == .attribute ? "&#10;" : "\n"
      default: nil
      }
    }
  }

  /// The length in bytes of a forbidden character that begins here; 0 if the character is allowed.
  private static func forbiddenLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    func next(_ offset: Int) -> UInt8 {
      index + offset < text.count ? text[index + offset] : 0
    }
    switch byte {
    case 0x09, 0x0A, 0x0D: return 0
    case 0..<0x20, 0x7F: return 1
    // U+0080 to U+009F.
    case 0xC2 where next(1) < 0xA0: return 2
    // U+E000 to U+F8FF, private.
    case 0xEE: return 3
    case 0xEF where next(1) < 0xA4: return 3
    // U+FDD0 to U+FDEF, U+FFFD to U+FFFF.
    case 0xEF where next(1) == 0xB7 && (0x90...0xAF).contains(next(2)): return 3
    case 0xEF where next(1) == 0xBF && next(2) >= 0xBD: return 3
    // U+F0000 and beyond, private.
    case 0xF3 where next(1) >= 0xB0: return 4
    case 0xF4...: return 4
    // The last two of each supplementary plane: U+1FFFE, U+1FFFF, …
    case 0xF0... where next(1) & 0x0F == 0x0F && next(2) == 0xBF && next(3) >= 0xBE: return 4
    default: return 0
    }
  }

  /// The bytes that may need escaping.
  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in Array(0..<0x20) + [0x7F, 0xC2] + Array(0xEE...0xFF) { table[byte] = true }
    for byte in "&<>\"\\".utf8 { table[Int(byte)] = true }
    return table
  }()
}
