/// Why a site could not be locked.
public enum SiteLockError: Error, Hashable, Sendable {
  /// Another process holds it.
  case held(path: String, LockHolder)
  /// The lock file cannot be made or locked.
  case failed(FileError)
}

extension SiteLockError: CustomStringConvertible {
  /// What failed, where, why, and what to do.
  public var description: String {
    switch self {
    case .held(let path, let holder):
      "locking the site failed: \(path): \(holder) holds it. Stop that one, or ask it with `newsfold resync`."
    case .failed(let error): "locking the site failed: \(error)"
    }
  }
}
