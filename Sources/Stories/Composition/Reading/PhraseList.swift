/// Phrases that are looked for in a text without regard to ASCII case, all in one pass over its
/// bytes.
///
/// The standard library's search for a substring takes microseconds each time; a story of thirty
/// articles asks it fifty thousand times.
struct PhraseList: Sendable {
  /// The phrases by their first byte.
  private let phrases: [[[UInt8]]]

  /// Takes phrases in lower case; their first letter may be a capital in any script, the others in
  /// ASCII.
  init(_ list: [String]) {
    var phrases = [[[UInt8]]](repeating: [], count: 256)
    let capitalised = list.compactMap { phrase in
      phrase.first.flatMap { $0.isASCII ? nil : $0.uppercased() + phrase.dropFirst() }
    }
    for phrase in list + capitalised {
      let bytes = Array(phrase.utf8)
      guard let first = bytes.first else { continue }
      phrases[Int(first)].append(bytes)
    }
    self.phrases = phrases
  }

  /// Whether a text has one of the phrases anywhere.
  func isFound(in text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { isFound(in: text, at: $0) }
  }

  /// Whether a text begins with one of the phrases.
  func isPrefix(of text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && isFound(in: text, at: text.startIndex)
  }

  private func isFound(in text: ArraySlice<UInt8>, at start: Int) -> Bool {
    for phrase in phrases[Int(Self.lowered(text[start]))]
    where start + phrase.count <= text.endIndex {
      var at = 0
      while at < phrase.count, Self.lowered(text[start + at]) == phrase[at] { at += 1 }
      if at == phrase.count { return true }
    }
    return false
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
