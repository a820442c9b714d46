/// Finds the end of a JSON object at the beginning of a text.
enum JSONExtent {
  /// The place after the object's last bracket; nil if it does not end.
  static func end(of text: String) -> String.Index? {
    let bytes = Array(text.utf8)
    return end(of: bytes[...]).map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }

  /// The place after the last quotation mark of a string; nil if it does not end, or is none.
  static func endOfString(of bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.first == 0x22 else { return nil }
    var index = bytes.startIndex + 1
    while index < bytes.endIndex, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return index < bytes.endIndex ? index + 1 : nil
  }

  /// The place after the object's last bracket; nil if it does not end.
  static func end(of bytes: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
        continue
      }
      switch byte {
      case 0x22: isInString = true
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
    }
    return nil
  }
}
