public import NewsModel

/// The record of one article file.
public struct FileRecord: Hashable, Codable, Sendable {
  /// Its path relative to its articles directory's parent site, or absolute where the directory is.
  public var path: FilePath
  /// Its size in bytes.
  public var byteCount: Int64
  /// Its modification time in nanoseconds since 1970.
  public var modified: Int64
  /// The first 128 bits of the SHA-256 of its bytes in hexadecimal; empty if they could not be
  /// read.
  public var digest: String
  /// The articles it holds, in its order; kept from the last readable version while it is set
  /// aside.
  public var articles: [ArticleID]
  /// Why it is kept although it is not there; nil for a file that is there.
  public var missing: MissingFile.Cause?
  /// Why it, or a part of it, could not be read; empty if all of it could.
  public var problems: [String]
  /// Whether it is a window on the latest of many, so that articles that have left it, and are not
  /// among `articles`, are still its own.
  public var isWindow: Bool?

  /// Makes a record.
  public init(
    path: FilePath, byteCount: Int64, modified: Int64, digest: String, articles: [ArticleID] = [],
    problems: [String] = []
  ) {
    self.path = path
    self.byteCount = byteCount
    self.modified = modified
    self.digest = digest
    self.articles = articles
    self.problems = problems
  }
}
