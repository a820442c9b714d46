/// A file that a scan found, with what tells cheaply whether it changed.
public struct ScannedFile: Hashable, Sendable {
  /// The root that it is below, as it was given.
  public let root: String
  /// The path below the root.
  public let relativePath: String
  /// The size in bytes.
  public let byteCount: Int64
  /// When it was last modified, in nanoseconds since 1970.
  public let modified: Int64
  /// The number of the file in its file system.
  public let inode: UInt64

  /// Makes a found file.
  public init(
    root: String, relativePath: String, byteCount: Int64, modified: Int64, inode: UInt64
  ) {
    self.root = root
    self.relativePath = relativePath
    self.byteCount = byteCount
    self.modified = modified
    self.inode = inode
  }

  /// The root, a slash, and the path below it.
  public var path: String { root.appendingPath(relativePath) }
}
