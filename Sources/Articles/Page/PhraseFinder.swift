/// Phrases in lower case, found in a text in one pass.
struct PhraseFinder {
  private struct Phrase {
    var bytes: [UInt8]
    var value: Int
  }

  private var byFirstByte = [[Phrase]](repeating: [], count: 256)

  /// Adds phrases that have a value.
  mutating func add(_ value: Int, _ phrases: [String]) {
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first {
        byFirstByte[Int(first)].append(Phrase(bytes: bytes, value: value))
      }
    }
  }

  /// Whether a text begins with one of them.
  func begins(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return byFirstByte[Int(PhraseFinder.lower(first))].contains {
      matches($0, text, text.startIndex)
    }
  }

  /// The values of all phrases that stand anywhere in a text, as bits.
  func bits(in text: [UInt8]) -> Int {
    var result = 0
    for place in text.indices {
      for phrase in byFirstByte[Int(PhraseFinder.lower(text[place]))]
      where result & phrase.value != phrase.value && matches(phrase, text[...], place) {
        result |= phrase.value
      }
    }
    return result
  }

  /// Calls for each place where a phrase stands at the beginning of a word.
  func forEach(in text: ArraySlice<UInt8>, _ body: (Int) -> Void) {
    var isInWord = false
    for place in text.indices {
      let byte = PhraseFinder.lower(text[place])
      let isLetter = byte >= 0x80 || (0x61...0x7A).contains(byte)
      if isLetter, !isInWord {
        for phrase in byFirstByte[Int(byte)] where matches(phrase, text, place) {
          body(phrase.value)
        }
      }
      isInWord = isLetter
    }
  }

  private func matches(_ phrase: Phrase, _ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    guard place + phrase.bytes.count <= text.endIndex else { return false }
    for offset in phrase.bytes.indices
    where PhraseFinder.lower(text[place + offset]) != phrase.bytes[offset] { return false }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
