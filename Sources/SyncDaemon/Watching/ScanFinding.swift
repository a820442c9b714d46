/// Something that a scan met and could not, or would not, read.
public enum ScanFinding: Hashable, Sendable {
  /// The root is not there or cannot be listed. What was read from it is to be kept.
  case missingRoot(FilePath, code: Int32)
  /// The directory cannot be listed. What was read from below it is to be kept.
  case unreadableDirectory(FilePath, code: Int32)
  /// The file is there and its size and time cannot be had.
  case unreadableFile(FilePath, code: Int32)
  /// A symbolic link leads out of the roots.
  case linkLeadsOut(FilePath)
  /// A symbolic link leads to a directory; links to directories are not followed, since they can go
  /// in circles.
  case linkToDirectory(FilePath)
  /// A symbolic link leads nowhere.
  case brokenLink(FilePath)
  /// A pipe, a socket or a device.
  case notAFile(FilePath)

  /// The path that it is about.
  public var path: FilePath {
    switch self {
    case .missingRoot(let path, code: _), .unreadableDirectory(let path, code: _),
      .unreadableFile(let path, code: _), .linkLeadsOut(let path), .linkToDirectory(let path),
      .brokenLink(let path), .notAFile(let path):
      path
    }
  }

  /// Whether what was read from the path and below it is kept, since a scan does not enter it.
  var keepsFiles: Bool {
    if case .linkToDirectory = self { true } else { hidesFiles }
  }

  /// Whether files below the path may exist unseen, so that a scan did not see everything.
  public var hidesFiles: Bool {
    switch self {
    case .missingRoot, .unreadableDirectory, .unreadableFile: true
    case .linkLeadsOut, .linkToDirectory, .brokenLink, .notAFile: false
    }
  }
}

extension ScanFinding: CustomStringConvertible {
  /// Why it is not read, and what to do.
  public var description: String {
    switch self {
    case .missingRoot(_, let code):
      "articles directory is out of reach: \(FileError.words(code)). "
        + "Create it, mount it, or change the setting `articles`; what was read from it is kept."
    case .unreadableDirectory(_, let code):
      "directory cannot be listed: \(FileError.words(code)). "
        + "Give the user that runs newsfold the rights to read and enter it."
    case .unreadableFile(_, let code):
      "file cannot be examined: \(FileError.words(code)). Check the disk and the system log."
    case .linkLeadsOut:
      "symbolic link leads out of the articles directories. Copy the file in, or add its directory to `articles`."
    case .linkToDirectory:
      "symbolic link to a directory is not followed. Add its directory to `articles`, or mount it there."
    case .brokenLink: "symbolic link leads nowhere. Remove it, or restore its target."
    case .notAFile: "neither a file nor a directory. Remove it."
    }
  }
}

extension FileError {
  /// The system's words for an error number.
  static func words(_ code: Int32) -> String {
    FileError(operation: "", path: "", code: code).reason
  }
}
