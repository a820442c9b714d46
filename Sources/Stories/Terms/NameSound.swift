internal import CICU

/// The rough sound of a name, the same for most spellings of it in most scripts: Kyiv and Kiew,
/// Netanyahu, Netanjahu and Нетаньяху.
///
/// Other scripts are transliterated by ICU (Any-Latin; Latin-ASCII), letters that stand for one
/// sound are made one, doubles are made single, and the first six letters stay, since endings are
/// what languages add (the table and the six are a prototype's). Not for use by two threads at
/// once, since ICU's transliterator is not.
final class NameSound {
  /// The letters of a sound that count.
  private static let length = 6
  /// The letters of a word that are read. No name is longer, and ICU's transliterator moves all
  /// that is behind a letter for each that it rewrites: 5 s for a word of 256,000.
  private static let readLength = 64

  /// Spellings of one sound, longer ones first; applied in this order.
  private static let spellings: [(from: [UInt8], to: [UInt8], letters: UInt32)] = [
    ("shch", "s"), ("tsch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("ph", "f"), ("th", "t"),
    ("kh", "k"), ("zh", "z"), ("ck", "k"), ("cz", "c"), ("sz", "s"), ("rz", "z"), ("ts", "c"),
    ("tz", "c"), ("ou", "u"), ("w", "v"), ("q", "k"), ("c", "k"), ("x", "ks"), ("j", "i"),
    ("y", "i"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8), set(Array($0.0.utf8))) }

  private var transliterator: OpaquePointer?

  deinit {
    if let transliterator { newsfold_transliterator_free(transliterator) }
  }

  /// The sound of a word in letters a to z; empty if it has none.
  func sound(_ word: [UInt32]) -> [UInt8] {
    var letters = latin(word.prefix(Self.readLength)).filter {
      UInt8(ascii: "a") <= $0 && $0 <= UInt8(ascii: "z")
    }
    var present = Self.set(letters)
    // Most words have most spellings' letters not at all.
    for spelling in Self.spellings where spelling.letters & ~present == 0 {
      Self.replace(spelling.from, with: spelling.to, in: &letters)
      present = Self.set(letters)
    }
    var sound: [UInt8] = []
    for letter in letters where letter != sound.last { sound.append(letter) }
    return Array(sound.prefix(Self.length))
  }

  /// The word in lower-case ASCII, as far as that goes.
  private func latin(_ word: ArraySlice<UInt32>) -> [UInt8] {
    if word.allSatisfy({ $0 < 0x80 }) { return word.map { UInt8(truncatingIfNeeded: $0 | 0x20) } }
    if transliterator == nil { transliterator = newsfold_transliterator_new() }
    guard let transliterator else { return [] }
    let units = word.flatMap { value in
      Unicode.Scalar(value).map { Array(UTF16.encode($0) ?? .init()) } ?? []
    }
    // A letter of any script is a few Latin ones; a word that grows more has no sound.
    var written = [UInt16](repeating: 0, count: units.count * 8 + 16)
    let count = newsfold_transliterate(
      transliterator, units, Int32(units.count), &written, Int32(written.count))
    guard count > 0 else { return [] }
    return written[..<Int(count)].map { $0 < 0x80 ? UInt8($0) | 0x20 : 0 }
  }

  /// The letters a to z that occur, a bit for each.
  private static func set(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(0) { $0 | 1 << UInt32($1 - UInt8(ascii: "a")) }
  }

  private static func replace(_ from: [UInt8], with to: [UInt8], in letters: inout [UInt8]) {
    var index = 0
    while index + from.count <= letters.count {
      if letters[index..<index + from.count].elementsEqual(from) {
        letters.replaceSubrange(index..<index + from.count, with: to)
        index += to.count
      } else {
        index += 1
      }
    }
  }
}
