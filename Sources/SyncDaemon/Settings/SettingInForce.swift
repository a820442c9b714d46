/// A setting with its value and the origin of the value, as `newsfold config` prints it.
public struct SettingInForce: Hashable, Codable, Sendable {
  /// The origin of a value.
  public enum Origin: String, Hashable, Codable, Sendable {
    /// The default: neither the file nor the environment sets it.
    case `default`
    /// The file `newsfold.yaml`.
    case file
    /// An environment variable `NEWSFOLD_…`.
    case environment
  }

  /// The key.
  public var key: String
  /// The value as YAML on one line; empty if there is none.
  public var value: String
  /// The origin of the value.
  public var origin: Origin
  /// The line of the file, if the value comes from there.
  public var line: Int?

  /// Makes a setting.
  public init(key: String, value: String, origin: Origin, line: Int? = nil) {
    self.key = key
    self.value = value
    self.origin = origin
    self.line = line
  }
}
