#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file operation that the system refused.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The operation as a verb: "open", "write", "rename".
  public let operation: String
  /// The path of the operation.
  public let path: String
  /// The system's error number (`errno`).
  public let code: Int32

  /// Makes an error.
  public init(operation: String, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether the file or one of its folders is not there.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The message: what failed, where, why, and what to do.
  public var description: String {
    "\(operation) failed: \(path): \(reason). \(remedy)"
  }

  /// The error in the system's words, in lower case.
  public var reason: String { String(cString: strerror(code)).lowercased() }

  private var remedy: String {
    switch code {
    case ENOSPC, EDQUOT: "Free some space; newsfold goes on by itself."
    case EROFS: "Make the file system writable; newsfold goes on by itself."
    case EACCES, EPERM: "Give the user that runs newsfold access to it."
    case ENOENT, ENOTDIR: "Check the path."
    case EMFILE, ENFILE: "Raise the limit of open files (LimitNOFILE in the unit)."
    default: "Check the disk and the system log."
    }
  }
}
