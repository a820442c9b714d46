/// An ignored file and the rule that ignores it.
public struct IgnoredFile: Hashable, Codable, Sendable {
  /// The file's path, as `status` and `stories` give paths.
  public var path: String
  /// The pattern that ignores it, one of the defaults or of the setting `ignore`.
  public var rule: String

  /// Makes an ignored file.
  public init(path: String, rule: String) {
    self.path = path
    self.rule = rule
  }

  /// The most files that are listed: nobody reads a longer list, and a folder of pictures may have
  /// a million files.
  static let limit = 1_000
}
