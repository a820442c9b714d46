/// Finds the end of a JSON object at the beginning of a text.
enum JSONExtent {
  /// The place after the object's last bracket; nil if it does not end.
  static func end(of text: String) -> String.Index? {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for index in text.utf8.indices {
      let byte = text.utf8[index]
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
        if depth == 0 { return text.utf8.index(after: index) }
      default: break
      }
    }
    return nil
  }
}
