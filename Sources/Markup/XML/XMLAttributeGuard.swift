/// Refuses tags with so many attributes that libxml2, which compares each with all before it, would
/// take for ever.
enum XMLAttributeGuard {
  /// The most attributes of a tag. Tags by a person or a framework have a dozen; 512 keep the
  /// comparisons below 2^17 for each tag.
  static let attributeLimit = 512

  static func check(_ bytes: [UInt8]) throws(XMLError) {
    var index = 0
    while let start = position(of: 0x3C, in: bytes, from: index) {
      index = start + 1
      guard index < bytes.count else { return }
      if bytes[index] == 0x21, matches("!--", bytes, at: index) {
        index = end(of: "-->", in: bytes, from: index + 3)
        continue
      }
      guard isLetter(bytes[index]) else { continue }
      index = try endOfTag(bytes, from: index)
    }
  }

  private static func endOfTag(_ bytes: [UInt8], from start: Int) throws(XMLError) -> Int {
    var index = start
    var count = 0
    var isBetween = false
    while index < bytes.count {
      switch bytes[index] {
      case 0x3E:
        return index + 1
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F:
        isBetween = true
      case 0x3D:
        var value = index + 1
        while value < bytes.count, bytes[value] <= 0x20 { value += 1 }
        if value < bytes.count, bytes[value] == 0x22 || bytes[value] == 0x27 {
          index = position(of: bytes[value], in: bytes, from: value + 1) ?? bytes.count
          isBetween = true
        } else {
          index = value - 1
          isBetween = false
        }
      default:
        if isBetween {
          count += 1
          if count > attributeLimit {
            let line = bytes[..<start].count { $0 == 0x0A } + 1
            throw .notWellFormed(
              line: line, column: 1, reason: "a tag has more than \(attributeLimit) attributes")
          }
        }
        isBetween = false
      }
      index += 1
    }
    return index
  }

  private static func position(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The index after the next occurrence, or the end.
  private static func end(of text: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    let first = text.utf8Start.pointee
    var index = start
    while let candidate = position(of: first, in: bytes, from: index) {
      if matches(text, bytes, at: candidate) { return candidate + text.utf8CodeUnitCount }
      index = candidate + 1
    }
    return bytes.count
  }

  /// Whether the text, in lower case, stands here in any case.
  private static func matches(_ text: StaticString, _ bytes: [UInt8], at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount {
      let byte = bytes[index + offset]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if lower != text.utf8Start[offset] { return false }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
