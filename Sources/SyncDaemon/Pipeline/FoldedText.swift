/// A text as words whose case does not matter, for the conditions of feeds.
struct FoldedText {
  /// The way in which a script divides words.
  enum Script {
    /// With spaces or punctuation.
    case spaced
    /// With spaces, but particles belong to the word before.
    case korean
    /// Not at all.
    case unspaced
  }

  /// A run of letters and digits of one way of dividing.
  struct Word {
    let text: String
    let script: Script
  }

  /// The words in their order; of scripts without spaces, each run.
  let parts: [Word]
  /// The words of scripts with spaces.
  let words: Set<String>
  /// The runs of scripts without spaces.
  let unspaced: [String]

  /// Divides a text.
  init(_ text: String) {
    var parts: [Word] = []
    var run = ""
    var script = Script.spaced
    func end() {
      guard !run.isEmpty else { return }
      parts.append(Word(text: run, script: script))
      run = ""
    }
    for character in Self.folded(text) {
      guard character.isLetter || character.isNumber else {
        end()
        continue
      }
      let next = Self.script(of: character)
      if next != script, !run.isEmpty { end() }
      script = next
      run.append(character)
    }
    end()
    self.parts = parts
    words = Set(parts.lazy.filter { $0.script != .unspaced }.map(\.text))
    unspaced = parts.filter { $0.script == .unspaced }.map(\.text)
  }

  /// A text without differences of case. Upper case comes first: it makes one of ß and ss, of σ and
  /// ς, of ı and i.
  private static func folded(_ text: String) -> String { text.uppercased().lowercased() }

  private static func script(of character: Character) -> Script {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x0E00 else {
      return .spaced
    }
    return switch scalar.value {
    // Thai, Lao; Burmese; Khmer (Unicode 15.1, Blocks.txt).
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: .unspaced
    // Radicals, kana, ideographs and their compatibility forms; half-width kana.
    case 0x2E80...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
      0x20000...0x323AF:
      .unspaced
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: .korean
    default: .spaced
    }
  }
}
