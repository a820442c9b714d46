/// Checks names of media types (`audio/mpeg`) as documents state them.
public enum MediaTypeName {
  /// The type and subtype in lower case without parameters; nil if the text is no name of a media
  /// type (RFC 6838 §4.2).
  public static func normalized(_ text: String) -> String? {
    let name = text.prefix { $0 != ";" }.lowercased()
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ isRestrictedName($0) }) else { return nil }
    return name
  }

  /// Up to 127 letters, digits and `!#$&-^_.+`, a letter or digit first.
  private static func isRestrictedName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, isLetterOrDigit(first), name.utf8.count <= 127 else {
      return false
    }
    return name.utf8.allSatisfy { isLetterOrDigit($0) || "!#$&-^_.+".utf8.contains($0) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
