public import FoundationEssentials

/// A file of articles: its path, bytes and time, and what is known about it.
public struct ArticleFile: Sendable {
  /// Its path below the articles directory, parts separated by `/`.
  public var path: String
  /// Its bytes.
  public var bytes: [UInt8]
  /// Its modification time, the date of an article that states none.
  public var modified: Date
  /// The present, to tell dates in the future; nil if that does not matter.
  public var now: Date?
  /// The hints of its folder; nil if there are none.
  public var folder: FolderHints?
  /// The address that an archive around it states; nil if there is none.
  var address: String?
  /// The charset that an archive around it states; nil if there is none.
  var charset: String?
  /// The most bytes that are read of its contents, after decompression.
  var byteLimit = ArticleReading.defaultByteLimit
  /// The number of files around it, one in another.
  var depth = 0

  /// Makes a file.
  public init(path: String, bytes: [UInt8], modified: Date, now: Date? = nil) {
    self.path = path
    self.bytes = bytes
    self.modified = modified
    self.now = now
  }

  /// Makes a file of the contents of this one: a page of an archive, the contents of a compressed
  /// file.
  func holding(_ bytes: [UInt8], named name: String? = nil) -> ArticleFile {
    var inner = self
    inner.bytes = bytes
    inner.depth += 1
    if let name { inner.path = name }
    return inner
  }
}
