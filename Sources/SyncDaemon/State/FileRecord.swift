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
  /// The articles in it, in its order. While it is set aside they are those of the last readable
  /// version.
  public var articles: [ArticleID]
  /// The reason why it is kept although it is missing; nil if the file is there.
  public var missing: MissingFile.Cause?
  /// The reasons why it, or parts of it, could not be read; empty if all of it could.
  public var problems: [String]
  /// Whether the file shows only the latest of many articles, as a feed does. Articles that have
  /// left it are then still its own, though they are not among `articles`.
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
