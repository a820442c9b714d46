/// A remembered article file that is missing but not withdrawn: its articles stay published.
public struct MissingFile: Hashable, Codable, Sendable {
  /// The reason why its absence is no withdrawal.
  public enum Cause: String, Hashable, Codable, Sendable {
    /// Its folder is on another file system than it was: something is not mounted, or is mounted
    /// over it.
    case device
    /// Too many files were missing in one look.
    case share
  }

  /// The file's path, as `status` and `stories` give paths.
  public var path: String
  /// The message: why it is kept, and what to do.
  public var reason: String

  /// Makes a missing file.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Makes a missing file with the message for its cause.
  init(path: FilePath, cause: Cause) {
    self.init(
      path: path.text,
      reason: "article file is missing: \(path): \(cause.words). \(Self.remedy)")
  }

  /// Makes one item that stands for so many archived files.
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
