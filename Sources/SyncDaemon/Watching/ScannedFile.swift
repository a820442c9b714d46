#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that a scan found, with the facts that show a change without reading it.
public struct ScannedFile: Hashable, Sendable {
  /// The root that it is below, as it was given.
  public let root: String
  /// The path below the root.
  public let relativePath: FilePath
  /// The size in bytes.
  public let byteCount: Int64
  /// When it was last modified, in nanoseconds since 1970.
  public let modified: Int64
  /// The number of the file in its file system.
  public let inode: UInt64

  /// Makes a found file.
  public init(
    root: String, relativePath: FilePath, byteCount: Int64, modified: Int64, inode: UInt64
  ) {
    self.root = root
    self.relativePath = relativePath
    self.byteCount = byteCount
    self.modified = modified
    self.inode = inode
  }

  /// The root, a slash, and the path below it.
  public var path: FilePath { FilePath(bytes: root.utf8).appending(relativePath) }

  /// Makes a found file from the status that the system gives.
  init(_ root: String, _ relativePath: FilePath, _ status: stat) {
    self.init(
      root: root, relativePath: relativePath, byteCount: Int64(status.st_size),
      modified: Self.modified(status), inode: UInt64(status.st_ino))
  }

  /// When a file was last modified, in nanoseconds since 1970.
  static func modified(_ status: stat) -> Int64 {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
