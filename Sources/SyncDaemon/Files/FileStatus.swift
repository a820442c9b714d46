/// The facts that a file system knows about a file without reading it.
public struct FileStatus: Equatable, Sendable {
  /// The length in bytes.
  public var byteCount: Int
  /// The modification time, in milliseconds since 1970.
  public var modified: Int64

  /// Makes a status.
  public init(byteCount: Int, modified: Int64) {
    self.byteCount = byteCount
    self.modified = modified
  }
}
