/// A reason why state cannot be used.
public enum StateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A line is not what newsfold wrote.
  case damaged(path: String, line: Int, reason: String)
  /// The file was written by a later version.
  case newer(path: String, schema: Int, known: Int)
  /// The system refused an operation.
  case file(FileError)

  /// Whether the state is damaged; otherwise the system refused an operation, which can be mended.
  var isDamage: Bool {
    switch self {
    case .damaged, .newer: true
    case .file: false
    }
  }

  /// The path of the file.
  var path: String {
    switch self {
    case .damaged(let path, _, _), .newer(let path, _, _): path
    case .file(let error): error.path
    }
  }

  /// The message: what failed, where, why, and what to do.
  public var description: String {
    switch self {
    case .damaged(let path, let line, let reason):
      "state is not read: \(path):\(line): \(reason). Restore the file from a backup, or run "
        + "`newsfold resync --full`, which rebuilds it from the articles and what was published, "
        + "with the same ids, and keeps the damaged file beside it."
    case .newer(let path, let schema, let known):
      "state is not read: \(path):1: its schema is \(schema), this newsfold knows \(known). "
        + "Install the newsfold that wrote it, or run `newsfold resync --full` to rebuild it."
    case .file(let error):
      "state: \(error)"
    }
  }
}
