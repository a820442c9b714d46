internal import CICU

/// Finds the words and numbers of a text.
///
/// A number is a run of digits with inner points and commas; a word is a run of letters and marks,
/// with one inner apostrophe; a run of a script without spaces is cut into words by ICU's
/// dictionaries. Not for use by two threads at once, since ICU's breaker is not.
final class WordScanner {
  private let table = ScalarTable.shared
  private let breaker = newsfold_word_breaker_new()
  private var ascii = [ScalarClass](repeating: .separator, count: 128)
  /// Whether the word that is being visited begins a sentence, a quotation or the text.
  private(set) var isAtStart = true

  init() {
    for value in 0..<128 { ascii[value] = table.scalarClass(UInt32(value)) }
  }

  deinit {
    if let breaker { newsfold_word_breaker_free(breaker) }
  }

  /// Calls `visit` with the bytes of each word of a text, in order, and whether it is a number.
  func scan(_ text: String, visit: (UnsafeBufferPointer<UInt8>, Bool) -> Void) {
    var text = text
    isAtStart = true
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let start = index
        switch advance(bytes, &index) {
        case .separator:
          isAtStart = begins(after: bytes[start..<index])
          continue
        case .digit:
          endNumber(bytes, &index)
          visit(UnsafeBufferPointer(rebasing: bytes[start..<index]), true)
        case .letter:
          endWord(bytes, &index)
          visit(UnsafeBufferPointer(rebasing: bytes[start..<index]), false)
        case .unspaced:
          while index < bytes.count {
            var next = index
            let scalarClass = advance(bytes, &next)
            guard scalarClass == .unspaced || scalarClass == .letter && isMark(bytes, index) else {
              break
            }
            index = next
          }
          segment(UnsafeBufferPointer(rebasing: bytes[start..<index]), visit: visit)
        }
        isAtStart = false
      }
    }
  }

  /// Whether a word that follows a separator begins a sentence: after a stop, a quotation mark or a
  /// dash, and after spaces if it did before.
  private func begins(after separator: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch separator.first {
    case 0x20, 0x09, 0x0D: isAtStart
    case 0x0A, 0x21, 0x22, 0x2E, 0x3A, 0x3B, 0x3F: true
    // Quotation marks, dashes and no-break spaces; inner points of other scripts, too, which seldom
    // precede a capital.
    case 0xC2, 0xE2: true
    default: false
    }
  }

  /// Moves past one scalar and answers its class.
  private func advance(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> ScalarClass {
    let first = bytes[index]
    if first < 0x80 {
      index += 1
      return ascii[Int(first)]
    }
    return table.scalarClass(UTF8Scalars.decode(bytes, &index))
  }

  private func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var index = index
    guard let scalar = Unicode.Scalar(UTF8Scalars.decode(bytes, &index)) else { return false }
    return switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private func endNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < bytes.count {
      var next = index
      if bytes[index] == 0x2C || bytes[index] == 0x2E {
        next += 1
        guard next < bytes.count else { return }
      }
      guard advance(bytes, &next) == .digit else { return }
      index = next
    }
  }

  private func endWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    var hasApostrophe = false
    while index < bytes.count {
      var next = index
      if !hasApostrophe, let after = apostrophe(bytes, index) {
        next = after
        guard next < bytes.count, advance(bytes, &next) == .letter else { return }
        hasApostrophe = true
      } else {
        guard advance(bytes, &next) == .letter else { return }
      }
      index = next
    }
  }

  /// The index after an apostrophe, plain or U+2019; nil if there is none.
  private func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    if bytes[index] == 0x27 { return index + 1 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x99
    else { return nil }
    return index + 3
  }

  private func segment(
    _ run: UnsafeBufferPointer<UInt8>, visit: (UnsafeBufferPointer<UInt8>, Bool) -> Void
  ) {
    let units = Array(String(decoding: run, as: UTF8.self).utf16)
    guard units.count > 1, let breaker,
      newsfold_word_breaker_set(breaker, units, Int32(units.count)) != 0
    else {
      return visit(run, false)
    }
    units.withUnsafeBufferPointer { units in
      // Again with an address that holds for the whole loop.
      guard newsfold_word_breaker_set(breaker, units.baseAddress, Int32(units.count)) != 0 else {
        return
      }
      var start = 0
      while true {
        let end = Int(newsfold_word_breaker_next(breaker))
        guard end > start else { return }
        var word = String(decoding: units[start..<end], as: UTF16.self)
        word.withUTF8 { visit($0, false) }
        start = end
      }
    }
  }
}
