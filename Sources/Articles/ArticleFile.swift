public import FoundationEssentials

/// A file that holds articles: where it lies, what is in it, when it was changed.
public struct ArticleFile: Sendable {
  /// Where it lies below the articles directory, parts separated by `/`.
  public var path: String
  /// What is in it.
  public var bytes: [UInt8]
  /// When it was last changed: the date of an article that states none.
  public var modified: Date
  /// Now, by which a date is in the future; nil where nobody asks.
  public var now: Date?
  /// What its folder says of it; nil if nothing.
  public var folder: FolderHints?
  /// The address that what holds it says it has; nil if nothing does.
  var address: String?
  /// The charset that what holds it says it has; nil if nothing does.
  var charset: String?
  /// How many bytes are read of what it holds, compressed or not.
  var byteLimit = ArticleReading.defaultByteLimit
  /// How many files it was inside of, one in another.
  var depth = 0

  /// Names a file.
  public init(path: String, bytes: [UInt8], modified: Date, now: Date? = nil) {
    self.path = path
    self.bytes = bytes
    self.modified = modified
    self.now = now
  }

  /// What a file holds, as a file of its own: a page of an archive, what a compressed file unpacks to.
  func holding(_ bytes: [UInt8], named name: String? = nil) -> ArticleFile {
    var inner = self
    inner.bytes = bytes
    inner.depth += 1
    if let name { inner.path = name }
    return inner
  }
}
