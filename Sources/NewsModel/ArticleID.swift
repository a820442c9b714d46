/// The identity of an article: its canonical URL, else its outlet and a digest of what it says it
/// is.
///
/// Independent of the file it was read from, so that a renamed file is the same article. Ids are
/// ASCII and are compared byte by byte. `CanonicalURL` and `ArticleIdentity` make them.
public struct ArticleID: RawRepresentable, Hashable, Comparable, Codable, Sendable,
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
  public static func < (first: ArticleID, second: ArticleID) -> Bool {
    first.rawValue.utf8.lexicographicallyPrecedes(second.rawValue.utf8)
  }
}
