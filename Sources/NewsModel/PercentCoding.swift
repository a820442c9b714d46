/// Percent-encoding of one part of an address: bytes outside the allowed set are written as `%XX`
/// (RFC 3986 §2).
///
/// By hand, because Foundation's `addingPercentEncoding` codes the `%` of a triplet again and needs
/// `CharacterSet`, which `FoundationEssentials` lacks.
public struct PercentCoding: Sendable {
  private let isPlain: [Bool]

  /// `pchar` and `/` (§3.3).
  static let path = PercentCoding("-._~!$&'()*+,;=:@/")
  /// `pchar`, `/` and `?` (§3.4).
  static let query = PercentCoding("-._~!$&'()*+,;=:@/?")
  /// `pchar`, `/` and `?` (§3.5).
  static let fragment = query

  private init(_ marks: String) {
    var table = [Bool](repeating: false, count: 256)
    for byte in Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8) {
      table[Int(byte)] = true
    }
    for byte in marks.utf8 { table[Int(byte)] = true }
    isPlain = table
  }

  /// Encodes the bytes. A `%` that begins a triplet stays; any other becomes `%25`.
  func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isPlain[Int(byte)] {
        result.append(byte)
      } else if byte == 0x25, let value = PercentCoding.triplet(bytes, at: index) {
        PercentCoding.append(value, to: &result)
        index += 2
      } else {
        PercentCoding.append(byte, to: &result)
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Encodes every byte of a text but the unreserved ones (§2.3), also a `%`: a value inside
  /// another address, a form or a signature.
  ///
  /// - Parameters:
  ///   - value: The text.
  ///   - keepsSlash: Whether `/` stays, as between the parts of a path.
  /// - Returns: The coded text.
  public static func coded(value: String, keepsSlash: Bool = false) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(value.utf8.count)
    for byte in value.utf8 {
      if isUnreserved(byte) || (keepsSlash && byte == 0x2F) {
        result.append(byte)
      } else {
        append(byte, to: &result)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Decodes the triplets of unreserved bytes (§2.3): the address stays the same and loses a
  /// spelling.
  static func decodingUnreserved(_ text: String) -> String {
    // The usual case: no triplet at all.
    guard text.utf8.contains(0x25) else { return text }
    return decoded(Array(text.utf8)[...], where: isUnreserved)
  }

  /// Decodes every triplet; bytes that are then no UTF-8 become U+FFFD.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String { decoded(bytes) { _ in true } }

  private static func decoded(
    _ bytes: ArraySlice<UInt8>, where isWanted: (UInt8) -> Bool
  ) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x25, let value = triplet(bytes, at: index), isWanted(value) {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func triplet(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt8? {
    guard index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]),
      let low = digit(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
