#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension DirectoryScan {
  /// Looks at one file, or at a directory and all that is below it.
  ///
  /// A plain file costs one system call, however many lie beside it.
  ///
  /// - Parameters:
  ///   - path: An absolute path below one of `roots`; nothing is found if it is not there.
  ///   - roots: The roots, as `init` takes them.
  ///   - isIgnored: As `init` takes it.
  ///   - found: Told of each file.
  ///   - finding: Told of what could not be looked at.
  static func look(
    at path: String, roots: [String], isIgnored: @escaping @Sendable (String) -> Bool,
    _ found: (ScannedFile) -> Void, finding: (ScanFinding) -> Void
  ) {
    guard let root = roots.first(where: { path == $0 || path.hasPrefix($0 + "/") }),
      !isIgnored(path)
    else { return }
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let code = errno
      if code != ENOENT && code != ENOTDIR { finding(.unreadableFile(path, code: code)) }
      return
    }
    if status.st_mode & S_IFMT == S_IFREG {
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      found(
        ScannedFile(
          root: root, relativePath: String(path.dropFirst(root.count + 1)),
          byteCount: Int64(status.st_size),
          modified: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec),
          inode: UInt64(status.st_ino)))
      return
    }
    let scan = DirectoryScan(roots: [root]) { other in
      isIgnored(other)
        || !(other == path || other.hasPrefix(path + "/") || path.hasPrefix(other + "/"))
    }
    scan.forEach(found, finding: finding)
  }
}
