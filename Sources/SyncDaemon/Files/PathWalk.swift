#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A walk from a directory down to a path below it, folder by folder, that symbolic links cannot
/// lead elsewhere.
///
/// Each folder is opened in the one above it (`openat`, `O_NOFOLLOW`), so the result lies below the
/// directory even if folders are replaced by links meanwhile. The directory itself may be a link:
/// it is a person's choice.
struct PathWalk {
  /// The end of a walk.
  enum End {
    /// The name is there; with what `fstatat` says of it.
    case present(stat)
    /// The name, or a folder on the way to it, is absent in a directory that was opened.
    case absent
    /// A folder on the way is a symbolic link.
    case link(FilePath)
    /// The system refused, so that it is not known whether the name is there.
    case refused(FileError)
  }

  /// The end of this walk.
  let end: End
  /// The deepest folder that was reached; nil if not even the directory could be opened.
  let folder: Descriptor?
  /// Whether `folder` is the one that holds the path's last name.
  let isInFolder: Bool
  /// The last name of the path.
  private let name: [CChar]
  private let path: FilePath

  /// Walks to a path below a directory.
  ///
  /// - Parameters:
  ///   - relative: The path below; nil looks at the directory itself.
  ///   - directory: The directory to begin in.
  init(to relative: FilePath?, below directory: FilePath) {
    var names = (relative?.bytes ?? []).split(separator: UInt8(ascii: "/")).map { name in
      name.map { CChar(bitPattern: $0) } + [0]
    }
    path = relative.map { directory.appending($0) } ?? directory
    let last = names.popLast() ?? Self.here
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK
    let opened = directory.withCString { open($0, flags) }
    guard opened >= 0 else {
      (folder, name, isInFolder) = (nil, last, false)
      end = .refused(FileError(operation: "open", path: directory.text, code: errno))
      return
    }
    var folder = Descriptor(owning: opened)
    var place = directory
    // A path with `..` could leave the directory.
    let up = [Self.here[0]] + Self.here
    guard !names.contains(up), last != up else {
      (self.folder, name, isInFolder, end) = (folder, last, false, .absent)
      return
    }
    for next in names {
      place = place.appending(FilePath(bytes: next.dropLast().map { UInt8(bitPattern: $0) }))
      let opened = openat(folder.raw, next, flags | O_NOFOLLOW)
      guard opened >= 0 else {
        let code = errno
        (self.folder, name, isInFolder) = (folder, next, false)
        end = Self.end(folder, next, place, code)
        return
      }
      folder = Descriptor(owning: opened)
    }
    (self.folder, name, isInFolder) = (folder, last, true)
    var status = stat()
    if fstatat(folder.raw, last, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      end = .present(status)
    } else if errno == ENOENT {
      end = .absent
    } else {
      end = .refused(FileError(operation: "examine", path: path.text, code: errno))
    }
  }

  /// The name `.`, which means the directory itself.
  private static let here: [CChar] = [CChar(bitPattern: UInt8(ascii: ".")), 0]

  /// The end of a walk that could not open a folder on the way.
  private static func end(
    _ folder: Descriptor, _ name: [CChar], _ place: FilePath, _ code: Int32
  ) -> End {
    if code == ENOENT { return .absent }
    guard code == ENOTDIR || code == ELOOP else {
      return .refused(FileError(operation: "open", path: place.text, code: code))
    }
    var status = stat()
    guard fstatat(folder.raw, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return errno == ENOENT
        ? .absent : .refused(FileError(operation: "examine", path: place.text, code: errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return .link(place)
    // A folder again: it was replaced meanwhile, and nothing is known yet.
    case S_IFDIR: return .refused(FileError(operation: "open", path: place.text, code: code))
    // A file where a folder was: nothing can lie below it.
    default: return .absent
    }
  }

  /// The file system of the deepest folder that was reached.
  var device: UInt64? {
    var status = stat()
    guard let folder, fstat(folder.raw, &status) == 0 else { return nil }
    return FileIdentity(status).device
  }

  /// Opens the file that was found. It never waits for the writer of a pipe.
  ///
  /// - Returns: The open regular file with its status; nil if there is no file of this name.
  /// - Throws: `FileError` with `ELOOP` for a symbolic link and `ENXIO` for anything else that is
  ///   no file.
  func openFile() throws(FileError) -> (file: Descriptor, status: stat)? {
    guard case .present(let found) = end, let folder else { return nil }
    // Checked before it is opened, because opening a device can have effects.
    try check(found)
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let opened = openat(folder.raw, name, flags)
    guard opened >= 0 else {
      if errno == ENOENT { return nil }
      throw FileError(operation: "open", path: path.text, code: errno)
    }
    let file = Descriptor(owning: opened)
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      throw FileError(operation: "examine", path: path.text, code: errno)
    }
    try check(status)
    return (file, status)
  }

  private func check(_ status: stat) throws(FileError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFLNK: throw FileError(operation: "open", path: path.text, code: ELOOP)
    default: throw FileError(operation: "open", path: path.text, code: ENXIO)
    }
  }
}
