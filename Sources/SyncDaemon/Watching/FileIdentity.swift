#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The identity of a file that a path leads to: the file system and the number in it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// The file at a path, symbolic links followed; nil if there is none or it is out of reach.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
