/// A remembered article file that is not there and is no withdrawal: what was published of it
/// stays.
public struct MissingFile: Hashable, Codable, Sendable {
  /// Why its absence is no withdrawal.
  public enum Cause: String, Hashable, Codable, Sendable {
    /// Its folder is on another file system than it was: something is not mounted, or is mounted
    /// over it.
    case device
    /// Too many files were missing in one look.
    case share
  }

  /// The file's path, as `status` and `stories` give paths.
  public var path: String
  /// Why it is kept, and what to do.
  public var reason: String

  /// Makes one.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// A file that is kept for a cause.
  init(path: FilePath, cause: Cause) {
    self.init(
      path: path.text,
      reason: "article file is missing: \(path): \(cause.words). \(Self.remedy)")
  }

  /// So many files that the archive remembers.
  init(archivedFiles count: Int) {
    self.init(
      path: "archive",
      reason: "\(count) archived article files are missing: \(Cause.share.words). \(Self.remedy)")
  }

  private static let remedy =
    "What was published of it stays. Mount it, or put the files back; if it is meant to be gone, "
    + "say `newsfold resync --withdraw`."
}

extension MissingFile.Cause {
  fileprivate var words: String {
    switch self {
    case .device: "its folder is on another file system than before"
    case .share: "too many files were missing at once (the setting withdraw_share)"
    }
  }
}
