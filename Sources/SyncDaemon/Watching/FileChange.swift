/// One thing that happened to one path, as a watcher understands it.
enum FileChange: Hashable, Sendable {
  /// The file was made or written to, and its writer has not closed it.
  case written(FilePath)
  /// The file was closed after writing, or is complete for another reason.
  case finished(FilePath)
  /// The file was renamed to this path; `from` is the former path, if that was below a root, too.
  case arrived(FilePath, from: FilePath?)
  /// The file was found by listing a directory, and was modified a moment ago.
  case discovered(FilePath)
  /// The mode, owner or times of the file changed.
  case touched(FilePath)
  /// The file or directory is gone.
  case removed(FilePath)

  /// The path that changed.
  var path: FilePath {
    switch self {
    case .written(let path), .finished(let path), .discovered(let path), .touched(let path),
      .removed(let path):
      path
    case .arrived(let path, from: _): path
    }
  }
}
