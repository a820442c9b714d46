/// A setting with its value, and where that comes from, as `newsfold config` prints it.
public struct SettingInForce: Hashable, Codable, Sendable {
  /// Where a value can come from.
  public enum Origin: String, Hashable, Codable, Sendable {
    /// Nobody has said anything.
    case `default`
    /// `newsfold.yaml`.
    case file
    /// A variable `NEWSFOLD_…`.
    case environment
  }

  /// The key.
  public var key: String
  /// The value as YAML on one line; empty where there is none.
  public var value: String
  /// Where it comes from.
  public var origin: Origin
  /// The line of the file, if it comes from there.
  public var line: Int?

  /// Makes one.
  public init(key: String, value: String, origin: Origin, line: Int? = nil) {
    self.key = key
    self.value = value
    self.origin = origin
    self.line = line
  }
}
