/// A file that could not be read, and why.
public struct SetAsideFile: Hashable, Codable, Sendable {
  /// The file's path, as `status` and `stories` give paths.
  public var path: String
  /// The words: what failed, why, and what to do.
  public var reason: String

  /// Makes one.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
