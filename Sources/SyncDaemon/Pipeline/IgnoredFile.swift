/// A file that is not looked at, and the rule that says so.
public struct IgnoredFile: Hashable, Codable, Sendable {
  /// The file's path, as `status` and `stories` give paths.
  public var path: String
  /// The pattern that leaves it out, of the defaults or of the setting `ignore`.
  public var rule: String

  /// Makes one.
  public init(path: String, rule: String) {
    self.path = path
    self.rule = rule
  }

  /// How many are listed: a person reads no longer list, and a folder of pictures has a million.
  static let limit = 1_000
}
