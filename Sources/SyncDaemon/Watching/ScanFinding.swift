/// Something that a scan could not, or would not, read.
public enum ScanFinding: Hashable, Sendable {
  /// The root is missing or cannot be listed. The articles read from it are kept.
  case missingRoot(FilePath, code: Int32)
  /// The directory cannot be listed. The articles read from below it are kept.
  case unreadableDirectory(FilePath, code: Int32)
  /// The file is there, but its size and time cannot be read.
  case unreadableFile(FilePath, code: Int32)
  /// A symbolic link leads out of the roots.
  case linkLeadsOut(FilePath)
  /// A symbolic link leads to a directory. It is not followed, because links to directories can
  /// form circles.
  case linkToDirectory(FilePath)
  /// A symbolic link leads nowhere.
  case brokenLink(FilePath)
  /// A pipe, a socket or a device.
  case notAFile(FilePath)

  /// The path of the finding.
  public var path: FilePath {
    switch self {
    case .missingRoot(let path, code: _), .unreadableDirectory(let path, code: _),
      .unreadableFile(let path, code: _), .linkLeadsOut(let path), .linkToDirectory(let path),
      .brokenLink(let path), .notAFile(let path):
      path
    }
  }

  /// Whether articles read from the path and below it are kept, because the scan does not enter it.
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
  /// The message: why it is not read, and what to do.
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
