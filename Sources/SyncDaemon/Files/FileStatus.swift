/// Facts that a file system has about a file without reading it.
public struct FileStatus: Equatable, Sendable {
  /// Its length.
  public var byteCount: Int
  /// When it was last modified, in milliseconds since 1970.
  public var modified: Int64

  /// A file of this length and time.
  public init(byteCount: Int, modified: Int64) {
    self.byteCount = byteCount
    self.modified = modified
  }
}
