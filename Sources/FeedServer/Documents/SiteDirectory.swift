#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The directory `public/` on disk, read file by file; nothing outside of it can be reached.
///
/// Each directory of a path is opened on its own and never through a symbolic link, so that neither
/// a link nor a rename in between leads out. Calls block: they belong on a thread pool.
struct SiteDirectory: Sendable {
  /// The result of reading a path.
  enum Found: Equatable {
    case file(bytes: [UInt8], modified: Int64)
    /// A directory with a page of its own, asked for without its slash.
    case directory
    case missing
  }

  /// The path of the directory itself, which may contain symbolic links.
  let root: String

  /// Reads the file at a path below the directory.
  ///
  /// - Parameters:
  ///   - path: Segments without `.` and `..`, separated by single slashes.
  ///   - limit: The most bytes of a file; a larger one counts as missing.
  /// - Throws: `FeedServerError.unreadable` if the disk fails. A missing file is no error.
  /// - Returns: The bytes and their time, a directory, or that there is nothing.
  func read(_ path: String, limit: Int) throws(FeedServerError) -> Found {
    var current = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw .unreadable(path: root, code: errno) }
    defer { close(current) }

    var segments = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = segments.popLast() else { return .missing }
    for segment in segments {
      let next = openat(current, segment, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { return try missing(path, code: errno) }
      close(current)
      current = next
    }
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    let file = openat(current, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return try missing(path, code: errno) }
    defer { close(file) }

    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      return faccessat(file, "index.html", R_OK, 0) == 0 ? .directory : .missing
    case S_IFREG where status.st_size <= limit:
      let bytes = try contents(file, path: path, byteCount: Int(status.st_size))
      #if canImport(Darwin)
        return .file(bytes: bytes, modified: Int64(status.st_mtimespec.tv_sec))
      #else
        return .file(bytes: bytes, modified: Int64(status.st_mtim.tv_sec))
      #endif
    default:
      return .missing
    }
  }

  /// The names in a directory below the root, in order; none if there is no such directory.
  func names(in path: String) -> (files: [String], directories: [String]) {
    guard let stream = opendir(path.isEmpty ? root : root + "/" + path) else { return ([], []) }
    defer { closedir(stream) }
    var files: [String] = []
    var directories: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      var status = stat()
      guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: files.append(name)
      case S_IFDIR: directories.append(name)
      default: break
      }
    }
    return (files.sorted(), directories.sorted())
  }

  private func contents(
    _ file: Int32, path: String, byteCount: Int
  ) throws(FeedServerError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      count = 0
      while count < byteCount {
        let got = Self.readSome(file, buffer.baseAddress?.advanced(by: count), byteCount - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        // Documents are replaced, never cut, so a file that shrank while it was read is not ours.
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw .unreadable(path: path, code: failure) }
    return bytes
  }

  private static func readSome(_ file: Int32, _ into: UnsafeMutableRawPointer?, _ count: Int) -> Int
  {
    guard let into else { return 0 }
    #if canImport(Glibc)
      return Glibc.read(file, into, count)
    #elseif canImport(Musl)
      return Musl.read(file, into, count)
    #else
      return Darwin.read(file, into, count)
    #endif
  }

  /// Whether an error says that there is no such file, rather than that the disk fails.
  private func missing(_ path: String, code: Int32) throws(FeedServerError) -> Found {
    switch code {
    case ENOENT, ENOTDIR, ELOOP, EACCES, ENAMETOOLONG, EINVAL, ENXIO: return .missing
    default: throw .unreadable(path: path, code: code)
    }
  }
}
