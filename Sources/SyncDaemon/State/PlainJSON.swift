import FoundationEssentials
import NewsModel

/// Reads JSON as `StateCoding` writes it, byte by byte and without a tree of values in between.
///
/// It knows objects with known keys, arrays, texts, numbers and truth values, without spaces. What
/// is written otherwise, though it may be JSON, is `Unusual`, and is left to `JSONDecoder`: so what
/// it reads is what that would have read. A line of a state is read some ten times as fast.
struct PlainJSON {
  /// An error for text that is not written as newsfold writes it.
  struct Unusual: Error {}

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// Begins at the first of some bytes, which must outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether everything is read.
  var isAtEnd: Bool { place == bytes.count }

  /// Passes over a byte.
  mutating func skip(_ byte: Unicode.Scalar) throws(Unusual) {
    guard take(byte) else { throw Unusual() }
  }

  /// Passes over a byte if it stands here.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: byte) else { return false }
    place += 1
    return true
  }

  /// Passes over some bytes if they stand here.
  mutating func take(word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    for index in 0..<count where bytes[place + index] != word.utf8Start[index] { return false }
    place += count
    return true
  }

  /// Reads the members of an object.
  ///
  /// - Parameter member: Reads the value of a key, of which it has the bytes; throws for a key that
  ///   it does not know, or that it has had.
  /// - Throws: `Unusual`.
  mutating func object(
    _ member: (UnsafeBufferPointer<UInt8>, inout PlainJSON) throws(Unusual) -> Void
  ) throws(Unusual) {
    try skip("{")
    if take("}") { return }
    repeat {
      try skip("\"")
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        guard bytes[place] != UInt8(ascii: "\\") else { throw Unusual() }
        place += 1
      }
      let key = UnsafeBufferPointer(rebasing: bytes[start..<place])
      try skip("\"")
      try skip(":")
      try member(key, &self)
    } while take(",")
    try skip("}")
  }

  /// Reads an array.
  mutating func array<Element>(
    _ element: (inout PlainJSON) throws(Unusual) -> Element
  ) throws(Unusual) -> [Element] {
    try skip("[")
    var elements: [Element] = []
    if take("]") { return elements }
    repeat { elements.append(try element(&self)) } while take(",")
    try skip("]")
    return elements
  }

  /// Reads `true` or `false`.
  mutating func truth() throws(Unusual) -> Bool {
    if take(word: "true") { return true }
    if take(word: "false") { return false }
    throw Unusual()
  }

  /// Reads a whole number.
  mutating func integer() throws(Unusual) -> Int64 {
    let isNegative = take("-")
    let start = place
    var number: Int64 = 0
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isLarger) = tens.addingReportingOverflow(Int64(bytes[place] & 15))
      guard !isTooLarge, !isLarger else { throw Unusual() }
      number = sum
      place += 1
    }
    guard place > start, place < bytes.count, [0x2C, 0x5D, 0x7D].contains(bytes[place]),
      // "-0" and "007" are no whole numbers that newsfold writes.
      bytes[start] != 0x30 || (place == start + 1 && !isNegative)
    else { throw Unusual() }
    return isNegative ? -number : number
  }

  /// Reads a number without an exponent, which newsfold writes of hardly any.
  mutating func number() throws(Unusual) -> Double {
    let start = place
    _ = take("-")
    let first = place
    skipDigits()
    guard place > first, bytes[first] != 0x30 || place == first + 1 else { throw Unusual() }
    if take(".") {
      let fraction = place
      skipDigits()
      guard place > fraction else { throw Unusual() }
    }
    guard place < bytes.count, [0x2C, 0x5D, 0x7D].contains(bytes[place]),
      let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)), number.isFinite
    else { throw Unusual() }
    return number
  }

  private mutating func skipDigits() {
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
  }

  /// Reads a text.
  mutating func text() throws(Unusual) -> String {
    try skip("\"")
    let start = place
    place = Self.end(from: place, bytes)
    guard place < bytes.count else { throw Unusual() }
    if bytes[place] == UInt8(ascii: "\"") {
      defer { place += 1 }
      return try Self.valid(UnsafeBufferPointer(rebasing: bytes[start..<place]))
    }
    return try escapedText(from: start)
  }

  private mutating func escapedText(from start: Int) throws(Unusual) -> String {
    var text = [UInt8](bytes[start..<place])
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return try text.withUnsafeBufferPointer { buffer throws(Unusual) in
          try Self.valid(buffer)
        }
      case UInt8(ascii: "\\"):
        guard place + 1 < bytes.count else { throw Unusual() }
        switch bytes[place + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
          text.append(bytes[place + 1])
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        default: throw Unusual()
        }
        place += 2
      case 0..<0x20: throw Unusual()
      default:
        let run = place
        place = Self.end(from: place, bytes)
        text.append(contentsOf: bytes[run..<place])
      }
    }
    throw Unusual()
  }

  private static func valid(_ bytes: UnsafeBufferPointer<UInt8>) throws(Unusual) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Unusual() }
    return text
  }

  /// The first place from one on with a quotation mark, a backslash or a control character.
  private static func end(from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var place = start
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return place }
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // Eight bytes at once (Mycroft's test for a byte that is zero, and for one that is less): a
    // comparison of vectors is made byte by byte for the oldest processors of a kind.
    while place + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let (quotation, backslash) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
      let found =
        ((quotation &- ones) & ~quotation) | ((backslash &- ones) & ~backslash)
        | ((word &- ones &* 0x20) & ~word)
      if found & highs != 0 { break }
      place += 8
    }
    while place < bytes.count, bytes[place] != 0x22, bytes[place] != 0x5C, bytes[place] >= 0x20 {
      place += 1
    }
    return place
  }

  /// Reads an instant.
  mutating func date() throws(Unusual) -> Date {
    guard let date = Timestamp.rfc3339(try text()) else { throw Unusual() }
    return date
  }
}
