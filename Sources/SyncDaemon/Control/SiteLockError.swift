/// A reason why a site could not be locked.
public enum SiteLockError: Error, Hashable, Sendable {
  /// Another process holds it.
  case held(path: String, LockHolder)
  /// The lock file cannot be made or locked.
  case failed(FileError)
}

extension SiteLockError: CustomStringConvertible {
  /// The message: what failed, where, why, and what to do.
  public var description: String {
    switch self {
    case .held(let path, let holder):
      "locking the site failed: \(path): \(holder) holds it\(holder.task.map(words) ?? ""). "
        + remedy(holder.task)
    case .failed(let error): "locking the site failed: \(error)"
    }
  }

  private func words(_ task: LockHolder.Task) -> String {
    switch task {
    case .service: ", a running service"
    case .pass: ", for one pass of `newsfold sync` or `resync`"
    }
  }

  private func remedy(_ task: LockHolder.Task?) -> String {
    switch task {
    case .pass: "Wait until that has ended, then try again; `newsfold status` says when."
    case .service: "Ask it with `newsfold resync`, or stop it."
    case nil: "Wait until that has ended, or stop it."
    }
  }
}
