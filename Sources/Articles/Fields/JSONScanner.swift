/// Reads JSON (RFC 8259) into `FieldValue`.
///
/// It is our own because the Swift library's decoder does not give the line of an error as a
/// number, does not keep the order of keys, and takes several times as long. It is strict but for
/// four common mistakes of pages and exports: raw control characters inside strings are kept, a
/// lone surrogate becomes U+FFFD, a comma may follow the last member, and `NaN` and `Infinity`,
/// which Python writes, are null.
struct JSONScanner {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  private let start: Int

  /// The deepest nesting: an article has five levels; Foundation's decoder stops at 512.
  private static let depthLimit = 128

  /// Reads one value that fills the bytes.
  static func read(_ bytes: [UInt8]) throws(JSONError) -> FieldValue {
    try read(bytes, in: 0..<bytes.count)
  }

  /// Reads one value that fills a range of the bytes.
  static func read(_ bytes: [UInt8], in range: Range<Int>) throws(JSONError) -> FieldValue {
    var scanner = JSONScanner(bytes: bytes, range: range)
    scanner.skipSpace()
    let value = try scanner.value(depth: 0)
    scanner.skipSpace()
    if scanner.index < scanner.end { throw scanner.error("something follows the value") }
    return value
  }

  /// Reads values that follow each other, with nothing but space between them.
  static func sequence(_ bytes: [UInt8]) throws(JSONError) -> [FieldValue] {
    var scanner = JSONScanner(bytes: bytes, range: 0..<bytes.count)
    var values: [FieldValue] = []
    scanner.skipSpace()
    while scanner.index < scanner.end {
      values.append(try scanner.value(depth: 0))
      scanner.skipSpace()
    }
    return values
  }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    start = range.lowerBound
    end = range.upperBound
    if end - index >= 3, bytes[index] == 0xEF, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF {
      index += 3
    }
  }

  private func error(_ reason: String) -> JSONError {
    let before = bytes[start..<min(index, end)]
    let line = before.count { $0 == 0x0A } + 1
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? start
    return JSONError(line: line, column: min(index, end) - lineStart + 1, reason: reason)
  }

  private mutating func skipSpace() {
    while index < end, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 }
  }

  private mutating func value(depth: Int) throws(JSONError) -> FieldValue {
    guard index < end else { throw error("the text ends where a value is due") }
    switch bytes[index] {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    case 0x4E: return try word("NaN", .null)
    case 0x49: return try word("Infinity", .null)
    case 0x2D, 0x30...0x39: return try number()
    default: throw error("no value begins with this character")
    }
  }

  private mutating func word(_ word: StaticString, _ value: FieldValue) throws(JSONError)
    -> FieldValue
  {
    let length = word.utf8CodeUnitCount
    guard index + length <= end,
      (0..<length).allSatisfy({ bytes[index + $0] == word.utf8Start[$0] })
    else { throw error("no value begins with this character") }
    index += length
    return value
  }

  private mutating func number() throws(JSONError) -> FieldValue {
    let first = index
    if bytes[index] == 0x2D { index += 1 }
    if index < end, bytes[index] == 0x49 { return try word("Infinity", .null) }
    guard index < end, (0x30...0x39).contains(bytes[index]) else { throw error("a digit is due") }
    while index < end, isPartOfNumber(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[first..<index], as: UTF8.self)
    guard Double(text) != nil else {
      index = first
      throw error("this is no number")
    }
    return .number(text)
  }

  private func isPartOfNumber(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte == 0x45
      || byte == 0x65
  }

  private mutating func array(depth: Int) throws(JSONError) -> FieldValue {
    try descend(depth)
    var members: [FieldValue] = []
    skipSpace()
    if skip(0x5D) { return .array(members) }
    while true {
      skipSpace()
      members.append(try value(depth: depth + 1))
      skipSpace()
      if skip(0x5D) { return .array(members) }
      guard skip(0x2C) else { throw error("a comma or ] is due") }
      skipSpace()
      if skip(0x5D) { return .array(members) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> FieldValue {
    try descend(depth)
    var fields: [FieldValue.Field] = []
    skipSpace()
    if skip(0x7D) { return .object(fields) }
    while true {
      skipSpace()
      guard index < end, bytes[index] == 0x22 else { throw error("a key in quotes is due") }
      let key = try string()
      skipSpace()
      guard skip(0x3A) else { throw error("a colon is due") }
      skipSpace()
      fields.append(FieldValue.Field(key: key, value: try value(depth: depth + 1)))
      skipSpace()
      if skip(0x7D) { return .object(fields) }
      guard skip(0x2C) else { throw error("a comma or } is due") }
      skipSpace()
      if skip(0x7D) { return .object(fields) }
    }
  }

  private mutating func descend(_ depth: Int) throws(JSONError) {
    guard depth < JSONScanner.depthLimit else {
      throw error("values are nested more than \(JSONScanner.depthLimit) deep")
    }
    index += 1
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func string() throws(JSONError) -> String {
    let first = index + 1
    index = first
    while index < end, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    if index < end, bytes[index] == 0x22 {
      index += 1
      return String(decoding: bytes[first..<(index - 1)], as: UTF8.self)
    }
    var result = Array(bytes[first..<min(index, end)])
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x22 { return String(decoding: result, as: UTF8.self) }
      if byte == 0x5C {
        try appendEscape(to: &result)
      } else {
        result.append(byte)
      }
    }
    throw error("the text ends inside a string")
  }

  private mutating func appendEscape(to result: inout [UInt8]) throws(JSONError) {
    guard index < end else { throw error("the text ends inside a string") }
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: result.append(byte)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x75:
      let scalar = try escapedScalar()
      result.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
    default:
      index -= 1
      throw error("no escape has this character")
    }
  }

  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, index + 6 <= end, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else {
      return "\u{FFFD}"
    }
    let place = index
    index += 2
    let low = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else {
      index = place
      return "\u{FFFD}"
    }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= end else { throw error("an escape breaks off") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else {
        throw error("an escape has four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
