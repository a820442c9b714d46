/// Takes out of Markdown what only one program understands: Hugo's shortcodes, links between the
/// notes of Obsidian, Jekyll's tags.
enum MarkdownDialect {
  /// The longest of these marks; what has no end within is text.
  private static let reach = 400

  /// The text with links by their names, and without the marks of programs.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard zip(bytes, bytes.dropFirst()).contains(where: { opens($0, $1) }) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard index + 1 < bytes.count, opens(bytes[index], bytes[index + 1]),
        let end = end(in: bytes, from: index)
      else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index] == 0x5B {
        // `![[picture.png]]` shows a file; `[[Note|its name]]` is a link.
        if result.last == 0x21 {
          result.removeLast()
        } else {
          let inner = bytes[(index + 2)..<(end - 2)]
          result += inner.split(separator: 0x7C).last ?? inner
        }
      }
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `[[`, `{{<`, `{{%`, `{%`
  private static func opens(_ first: UInt8, _ second: UInt8) -> Bool {
    (first == 0x5B && second == 0x5B) || (first == 0x7B && (second == 0x7B || second == 0x25))
  }

  private static func end(in bytes: [UInt8], from start: Int) -> Int? {
    let close: [UInt8] =
      switch (bytes[start], bytes[start + 1]) {
      case (0x5B, _): [0x5D, 0x5D]
      case (_, 0x25): [0x25, 0x7D]
      default: [0x7D, 0x7D]
      }
    if close == [0x7D, 0x7D] {
      // Braces in braces are a template of another kind, or code.
      guard start + 2 < bytes.count, bytes[start + 2] == 0x3C || bytes[start + 2] == 0x25 else {
        return nil
      }
    }
    var index = start + 2
    let last = min(bytes.count - 1, start + reach)
    while index < last {
      if bytes[index] == 0x0A, close == [0x5D, 0x5D] { return nil }
      if bytes[index] == close[0], bytes[index + 1] == close[1] { return index + 2 }
      index += 1
    }
    return nil
  }
}
