/// Decodes encoded words of headers: `=?UTF-8?Q?F=C3=A4hre?=` (RFC 2047).
enum MailWords {
  /// Decodes a header's value. Text outside of encoded words stays, read as UTF-8 or the charset
  /// that it looks like.
  static func decoded(_ bytes: [UInt8]) -> String {
    guard bytes.contains(0x3D) else { return text(bytes, charset: nil) }
    var result = ""
    var rest = bytes[...]
    var wasWord = false
    while let start = find([0x3D, 0x3F], in: rest) {
      let before = rest[..<start]
      guard let word = word(at: rest[start...]) else {
        result += text(Array(rest[..<(start + 2)]), charset: nil)
        rest = rest[(start + 2)...]
        wasWord = false
        continue
      }
      // White space between two encoded words is no part of them (§6.2).
      if !(wasWord && before.allSatisfy { $0 <= 0x20 }) {
        result += text(Array(before), charset: nil)
      }
      result += word.text
      rest = rest[word.end...]
      wasWord = true
    }
    return result + text(Array(rest), charset: nil)
  }

  private static func word(at bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    let parts = bytes.dropFirst(2)
    guard let first = parts.firstIndex(of: 0x3F), first + 2 < parts.endIndex,
      parts[first + 2] == 0x3F,
      let end = find([0x3F, 0x3D], in: parts[(first + 3)...])
    else { return nil }
    let charset = String(decoding: parts[..<first].prefix { $0 != 0x2A }, as: UTF8.self)
    let content = Array(parts[(first + 3)..<end])
    switch parts[first + 1] | 0x20 {
    case 0x62: return (text(TransferCoding.base64(content[...]), charset: charset), end + 2)
    case 0x71:
      let spaced = content.map { $0 == 0x5F ? 0x20 : $0 }
      return (text(TransferCoding.quotedPrintable(spaced[...]), charset: charset), end + 2)
    default: return nil
    }
  }

  private static func find(_ pair: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      if bytes[index] == pair[0], bytes[index + 1] == pair[1] { return index }
      index += 1
    }
    return nil
  }

  private static func text(_ bytes: [UInt8], charset: String?) -> String {
    Charset.text(ofPart: bytes, declared: charset)
  }
}
