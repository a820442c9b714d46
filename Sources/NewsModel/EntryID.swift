/// The permanent id of a published story: one `tag:` URI (RFC 4151) in every format, for ever.
///
/// Atom `id`, RSS `guid` and JSON Feed `id` carry the same string. It is made once, at first
/// publication, and stored; nothing derives it again (RFC 4287 §4.2.6: compared character by
/// character).
public struct EntryID: RawRepresentable, Hashable, Comparable, Codable, Sendable,
  CustomStringConvertible
{
  /// The id as it is stored and printed.
  public let rawValue: String

  /// Takes an id as it was stored.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Takes an id as it was stored.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// Decodes the id from a plain string.
  public init(from decoder: any Decoder) throws {
    self.rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes the id as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The id as it is stored and printed.
  public var description: String { rawValue }

  /// Orders by UTF-8 bytes, which no locale and no Unicode version changes.
  public static func < (first: EntryID, second: EntryID) -> Bool {
    first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
  }
}
