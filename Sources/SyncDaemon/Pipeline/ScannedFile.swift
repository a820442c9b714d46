/// A file as a scan found it.
public struct ScannedFile: Hashable, Sendable {
  /// Its path as newsfold names it: relative to the first articles directory, absolute below a further one.
  public var path: String
  /// Its absolute path.
  public var absolutePath: String
  /// Its size in bytes.
  public var byteCount: Int64
  /// Its modification time in nanoseconds since 1970.
  public var modified: Int64

  /// Makes one.
  public init(path: String, absolutePath: String, byteCount: Int64, modified: Int64) {
    self.path = path
    self.absolutePath = absolutePath
    self.byteCount = byteCount
    self.modified = modified
  }
}
