/// The syntax of the `Host` field (RFC 9110 §7.2, RFC 3986 §3.2.2): `host` or `host:port`.
enum HostField {
  /// Tells whether a value is well-formed; an empty one is, for targets without authority (RFC 9112
  /// §3.2).
  static func isValid(_ value: String) -> Bool {
    var rest = value.utf8[...]
    if rest.first == UInt8(ascii: "[") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = rest[rest.index(after: rest.startIndex)..<end]
      guard !address.isEmpty, address.allSatisfy({ isHexDigit($0) || $0 == 0x3a || $0 == 0x2e })
      else { return false }
      rest = rest[rest.index(after: end)...]
      guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { return false }
      return rest.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
    let name = rest.prefix { $0 != UInt8(ascii: ":") }
    guard name.allSatisfy(isNameByte) else { return false }
    let port = rest.dropFirst(name.count).dropFirst()
    return port.count <= 5 && port.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Unreserved characters, sub-delimiters and percent signs of a registered name.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: "-._~%!$&'()*+,;=".utf8.contains(byte)
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
