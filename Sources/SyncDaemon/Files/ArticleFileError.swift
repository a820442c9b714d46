#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A reason why an article file was not read.
enum ArticleFileError: Error, Equatable, CustomStringConvertible {
  /// The system refused a call.
  case refused(FileError)
  /// A symbolic link on the way leads out of the articles directories, or appeared after the scan.
  case leadsOut(FilePath)
  /// The path is a pipe, a socket or a device.
  case notAFile(FilePath)
  /// The file has more bytes than the setting `largest_file`.
  case tooLarge(FilePath, byteCount: Int64, limit: Int)
  /// The service is told to stop.
  case interrupted

  /// Classifies an error of the system.
  init(_ error: FileError, _ path: FilePath) {
    switch error.code {
    case ELOOP: self = .leadsOut(path)
    case ENXIO: self = .notAFile(path)
    default: self = .refused(error)
    }
  }

  /// The message: what failed, where, why, and what to do.
  var description: String {
    switch self {
    case .refused(let error): "\(error)"
    case .leadsOut(let path): "\(path): \(ScanFinding.linkLeadsOut(path))"
    case .notAFile(let path): "\(path): \(ScanFinding.notAFile(path))"
    case .tooLarge(let path, let byteCount, let limit):
      "\(path): it has \(byteCount) bytes, more than largest_file allows (\(limit)). "
        + "Split it, or raise largest_file."
    case .interrupted: "\(PassInterrupted())"
    }
  }
}
