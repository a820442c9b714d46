/// A header field of a request or an answer (RFC 9110 §5).
public struct WebHeader: Hashable, Sendable {
  /// The name, in whatever case it was written.
  public var name: String
  /// The value.
  public var value: String

  /// Makes a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Reads `Name: value`; nil for another line.
  init?(line: String) {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    name = String(line[..<colon])
    value = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
  }
}
