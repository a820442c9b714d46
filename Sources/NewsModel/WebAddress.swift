/// An absolute http or https address, split into parts, in one spelling.
///
/// Reads what browsers forgive (WHATWG URL: spaces around, tabs and line ends inside, backslashes,
/// raw Unicode). Writes RFC 3986: lower-case scheme and host, international hosts as Punycode, no
/// dot segments, upper-case percent triplets, every other byte that the RFC does not allow
/// percent-encoded. A user name is dropped, because it serves only to make one host look like
/// another. `WebAddress(a.description) == a` for every `a`.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// Whether the scheme is `https`; else it is `http`.
  public var isSecure: Bool
  /// The host in lower case: a name in ASCII or an address in numbers.
  public var host: String
  /// The port, if it is not the scheme's own.
  public var port: Int?
  /// The path, from its first `/`.
  public var path: String
  /// The part behind `?`, if there is one.
  public var query: String?
  /// The part behind `#`, if there is one.
  public var fragment: String?

  /// RFC 9110 §4.1 asks for at least 8,000 octets; nothing longer is taken for an article's
  /// address.
  private static let byteLimit = 8_192

  /// Reads an absolute address; nil if the text is no http or https address.
  public init?(_ text: String) {
    guard let bytes = WebAddress.tidied(text) else { return nil }
    guard let (isSecure, rest) = WebAddress.scheme(of: bytes) else { return nil }
    self.init(isSecure: isSecure, afterScheme: rest)
  }

  /// Reads a reference as it stands in a page at this address (RFC 3986 §5.2).
  ///
  /// - Returns: What it refers to; nil if that is no http or https address.
  public func resolving(_ reference: String) -> WebAddress? {
    guard let bytes = WebAddress.tidied(reference) else { return nil }
    var result = self
    result.fragment = nil
    guard let first = bytes.first else { return result }
    if WebAddress.hasScheme(bytes) { return WebAddress(reference) }
    if bytes.count > 1, WebAddress.isSlash(first), WebAddress.isSlash(bytes[1]) {
      return WebAddress(isSecure: isSecure, afterScheme: bytes[...])
    }
    let parts = WebAddress.split(bytes[...])
    if let fragment = parts.fragment { result.fragment = PercentCoding.fragment.encoded(fragment) }
    if parts.path.isEmpty {
      if let query = parts.query { result.query = PercentCoding.query.encoded(query) }
      return result
    }
    result.query = parts.query.map { PercentCoding.query.encoded($0) }
    let encoded = WebAddress.encodedPath(parts.path)
    if encoded.hasPrefix("/") {
      result.path = WebAddress.withoutDots(encoded)
    } else {
      let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
      result.path = WebAddress.withoutDots(folder + encoded)
    }
    return result
  }

  /// The address as it is written in a document.
  public var description: String {
    var text = isSecure ? "https://" : "http://"
    text += host
    if let port { text += ":\(port)" }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }

  private init?(isSecure: Bool, afterScheme rest: ArraySlice<UInt8>) {
    guard rest.count > 2, rest.prefix(2).allSatisfy(WebAddress.isSlash) else { return nil }
    let body = rest.drop(while: WebAddress.isSlash)
    let end = body.firstIndex { WebAddress.isSlash($0) || $0 == 0x3F || $0 == 0x23 }
    var authority = body[..<(end ?? body.endIndex)]
    if let at = authority.lastIndex(of: 0x40) { authority = authority[(at + 1)...] }
    guard let (host, port) = HostName.read(authority) else { return nil }
    let parts = WebAddress.split(body[(end ?? body.endIndex)...])
    self.isSecure = isSecure
    self.host = host
    self.port = port == (isSecure ? 443 : 80) ? nil : port
    self.path = WebAddress.withoutDots(WebAddress.encodedPath(parts.path))
    self.query = parts.query.map { PercentCoding.query.encoded($0) }
    self.fragment = parts.fragment.map { PercentCoding.fragment.encoded($0) }
  }

  /// The bytes of an address without controls and spaces around and without tabs and line ends
  /// inside (WHATWG URL §4.4); nil if there are too many.
  private static func tidied(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= byteLimit else { return nil }
    var bytes = Array(text.utf8)
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeFirst(bytes.prefix { $0 <= 0x20 }.count)
    bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return bytes
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }

  private static func hasScheme(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.firstIndex(of: 0x3A), colon > 0, isLetter(bytes[0]) else {
      return false
    }
    return bytes[..<colon].allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func scheme(of bytes: [UInt8]) -> (isSecure: Bool, rest: ArraySlice<UInt8>)? {
    guard let colon = bytes.prefix(6).firstIndex(of: 0x3A) else { return nil }
    switch bytes[..<colon].map({ $0 | 0x20 }) {
    case Array("http".utf8): return (false, bytes[(colon + 1)...])
    case Array("https".utf8): return (true, bytes[(colon + 1)...])
    default: return nil
    }
  }

  private static func split(_ bytes: ArraySlice<UInt8>) -> (
    path: ArraySlice<UInt8>, query: ArraySlice<UInt8>?, fragment: ArraySlice<UInt8>?
  ) {
    let hash = bytes.firstIndex(of: 0x23)
    let fragment = hash.map { bytes[($0 + 1)...] }
    let front = bytes[..<(hash ?? bytes.endIndex)]
    let mark = front.firstIndex(of: 0x3F)
    let query = mark.map { front[($0 + 1)...] }
    return (front[..<(mark ?? front.endIndex)], query, fragment)
  }

  private static func encodedPath(_ bytes: ArraySlice<UInt8>) -> String {
    PercentCoding.path.encoded(bytes.map { $0 == 0x5C ? 0x2F : $0 }[...])
  }

  /// Removes `.` and `..` (RFC 3986 §5.2.4), also where they are written `%2E`.
  private static func withoutDots(_ path: String) -> String {
    // Hardly any address has one.
    guard path.utf8.first == 0x2E || path.holds("/.") || path.holds("%2E") else {
      return path.utf8.first == 0x2F ? path : "/" + path
    }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(
      path.hasPrefix("/") ? 1 : 0)
    var endsInFolder = false
    for segment in segments {
      let plain = segment.replacing("%2E", with: ".")
      endsInFolder = plain == "." || plain == ".."
      if plain == ".." {
        _ = kept.popLast()
      } else if plain != "." {
        kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/") + (endsInFolder && !kept.isEmpty ? "/" : "")
  }
}
