/// A path in bytes, with a text that stands for exactly these bytes.
///
/// Two paths are the same only if their bytes are: "é" as one character and "é" as two (NFC and
/// NFD) name two files. A byte that is no UTF-8 is written `\xE9`, in upper case. To keep this
/// unambiguous, a backslash that would begin such an escape is written `\x5C`. Every other name is
/// written as it is, and the text alone leads back to the bytes.
public struct FilePath: Sendable {
  /// The path as people, logs and the state write it.
  public let text: String

  /// Takes a path as `text` gives it.
  public init(_ text: String) {
    self.text = text
  }

  /// Takes a path as the system gives it.
  public init(bytes: some Collection<UInt8>) {
    if !bytes.contains(Self.backslash), let exact = String(validating: bytes, as: UTF8.self) {
      text = exact
    } else {
      text = Self.escaped(Array(bytes))
    }
  }

  /// The path as the system takes it, without a zero at its end.
  public var bytes: [UInt8] {
    let written = Array(text.utf8)
    guard written.contains(Self.backslash) else { return written }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    var place = 0
    while place < written.count {
      if let byte = Self.escape(written[place...]) {
        bytes.append(byte)
        place += Self.escapeCount
      } else {
        bytes.append(written[place])
        place += 1
      }
    }
    return bytes
  }

  /// The path with a zero at its end, for a call that takes one.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// Calls `body` with the path as a system call takes it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
    guard text.utf8.contains(Self.backslash) else { return try text.withCString(body) }
    return try body(cString)
  }

  private static let backslash = UInt8(ascii: "\\")
  /// The length of an escape: `\x` and two digits.
  private static let escapeCount = 4

  /// The byte that an escape at the beginning stands for; nil if no escape begins there.
  private static func escape(_ text: ArraySlice<UInt8>) -> UInt8? {
    guard text.count >= escapeCount else { return nil }
    let start = text.startIndex
    guard text[start] == backslash, text[start + 1] == UInt8(ascii: "x"),
      let high = digit(text[start + 2]), let low = digit(text[start + 3])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    var text = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      // One scalar of well-formed UTF-8 has at most four bytes, and only one length is well-formed.
      let scalar = (1...4).lazy.compactMap { count in
        rest.count < count ? nil : String(validating: rest.prefix(count), as: UTF8.self)
      }.first
      if let scalar, escape(rest) == nil {
        text += scalar
        rest = rest.dropFirst(scalar.utf8.count)
      } else if let byte = rest.popFirst() {
        text += "\\x" + hex(byte >> 4) + hex(byte & 15)
      }
    }
    return text
  }

  private static func hex(_ digit: UInt8) -> String {
    String(digit, radix: 16, uppercase: true)
  }
}

extension FilePath {
  /// This path followed by a relative one; an absolute one replaces it.
  func appending(_ below: FilePath) -> FilePath {
    FilePath(text.appendingPath(below.text))
  }

  /// The path of the directory that holds this one.
  var parent: FilePath { FilePath(text.parentDirectory) }

  /// This path relative to a directory; nil if it does not lie below it.
  func relative(to directory: FilePath) -> FilePath? {
    let count = directory.text.utf8.count
    let place = text.utf8
    guard place.count > count + 1, place.starts(with: directory.text.utf8) else { return nil }
    let slash = place.index(place.startIndex, offsetBy: count)
    guard place[slash] == UInt8(ascii: "/") else { return nil }
    return FilePath(String(text[place.index(after: slash)...]))
  }

  /// Whether this is a directory's path, or below it.
  func isWithin(_ directory: FilePath) -> Bool {
    guard text.utf8.starts(with: directory.text.utf8) else { return false }
    let rest = text.utf8.dropFirst(directory.text.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: "/")
  }
}

extension FilePath: Hashable {
  /// Whether the bytes are the same.
  public static func == (first: FilePath, second: FilePath) -> Bool {
    let isEqual = first.text.utf8.withContiguousStorageIfAvailable { first in
      second.text.utf8.withContiguousStorageIfAvailable { second in
        first.count == second.count && first.elementsEqual(second)
      }
    }
    return (isEqual ?? nil) ?? first.text.utf8.elementsEqual(second.text.utf8)
  }

  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension FilePath: Comparable {
  /// Orders by bytes, the same in every locale.
  public static func < (first: FilePath, second: FilePath) -> Bool {
    first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }
}

extension FilePath: Codable {
  /// Reads a path from a text.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the path as a text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension FilePath: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Takes a path as `text` gives it.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The path for people.
  public var description: String { text }
}
