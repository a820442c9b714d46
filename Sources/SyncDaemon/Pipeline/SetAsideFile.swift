/// A file that was set aside, with the reason.
public struct SetAsideFile: Hashable, Codable, Sendable {
  /// The file's path, as `status` and `stories` give paths.
  public var path: String
  /// The message: what failed, why, and what to do.
  public var reason: String

  /// Makes a set-aside file.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
