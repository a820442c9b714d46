/// Checks e-mail addresses as documents state them.
public enum EmailAddress {
  /// The address without the spaces and the `mailto:` around it; nil if the text is no address
  /// (RFC 5322 `dot-atom` at a host name).
  public static func normalized(_ text: String) -> String? {
    // RFC 5321 §4.5.3.1 allows 64 octets before the sign and 255 behind it.
    guard text.utf8.count <= 340 else { return nil }
    var address = text.filter { !$0.isWhitespace }
    if address.lowercased().hasPrefix("mailto:") { address.removeFirst(7) }
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, isDotAtom(parts[0], marks: "!#$%&'*+-/=?^_`{|}~"),
      isDotAtom(parts[1], marks: "-"), parts[1].contains(".")
    else { return nil }
    return address
  }

  private static func isDotAtom(_ text: Substring, marks: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.utf8.allSatisfy {
          (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || marks.utf8.contains($0)
        }
    }
  }
}
