/// The path of a request target as a path below `public/`, proven to stay there.
///
/// Nothing is tidied up: a path with `.`, `..` or empty segments is not found, because no link of
/// ours has any.
struct RequestPath: Equatable, Sendable {
  /// A reason why a target is no path of ours.
  enum Refusal: Error, Equatable {
    /// The target breaks a rule of syntax: 400.
    case malformed
    /// The target is well-formed and names nothing that could exist here: 404.
    case absent
  }

  /// The document's path relative to `public/`: `atom.xml`, `stories/SLUG/index.html`.
  var document: String
  /// The part behind the question mark, still encoded.
  var query: String?

  /// Reads a request target in origin form or absolute form (RFC 9112 §3.2).
  init(target: String) throws(Refusal) {
    var rest = target.utf8[...]
    if rest.first != UInt8(ascii: "/") {
      rest = try RequestPath.withoutOrigin(rest)
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(Substring(rest[rest.index(after: mark)...]))
      rest = rest[..<mark]
    }
    // RFC 9112 §3.2.1: a target has no fragment.
    guard !rest.contains(UInt8(ascii: "#")) else { throw .malformed }
    let decoded = try RequestPath.decoded(rest.dropFirst())
    try RequestPath.checkSegments(decoded)
    guard let text = String(validating: decoded, as: UTF8.self) else { throw .malformed }
    document = text
    if text.isEmpty || text.hasSuffix("/") { document += "index.html" }
  }

  /// Drops `http://host` of the absolute form.
  private static func withoutOrigin(
    _ target: Substring.UTF8View
  ) throws(Refusal) -> Substring.UTF8View {
    let lowered = Substring(target).prefix(8).lowercased()
    let prefix = lowered.hasPrefix("http://") ? 7 : lowered.hasPrefix("https://") ? 8 : 0
    guard prefix > 0 else { throw .malformed }
    let rest = target.dropFirst(prefix)
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else {
      return rest.isEmpty ? rest : "/".utf8[...]
    }
    return rest[slash...]
  }

  /// Percent-decodes. Characters that would end or split a segment, and control characters, must
  /// not come encoded.
  private static func decoded(_ path: Substring.UTF8View) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.count)
    var iterator = path.makeIterator()
    while let byte = iterator.next() {
      var value = byte
      if byte == UInt8(ascii: "%") {
        guard let high = iterator.next().flatMap(hexDigit),
          let low = iterator.next().flatMap(hexDigit)
        else { throw .malformed }
        value = high << 4 | low
        if value == UInt8(ascii: "/") { throw .malformed }
      }
      guard value >= 0x20, value != 0x7f, value != UInt8(ascii: "\\") else { throw .malformed }
      bytes.append(value)
    }
    return bytes
  }

  /// Refuses `.`, `..`, hidden files (temporary ones of ours among them) and empty segments.
  private static func checkSegments(_ path: [UInt8]) throws(Refusal) {
    var atStart = true
    for byte in path {
      if byte == UInt8(ascii: "/") {
        if atStart { throw .absent }
        atStart = true
      } else {
        if atStart && byte == UInt8(ascii: ".") { throw .absent }
        atStart = false
      }
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
