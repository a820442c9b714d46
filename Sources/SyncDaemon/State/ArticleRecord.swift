public import NewsModel

/// The record of one article: each version of it that a file holds.
///
/// Usually there is one. Where two files claim one id (the same URL, or the same outlet, title and
/// date), the version that says most recently that it was changed stands for the article.
public struct ArticleRecord: Hashable, Codable, Sendable {
  /// The article's id.
  public var id: ArticleID
  /// The versions, ordered by path; never empty.
  public var versions: [Version] { didSet { place = Self.best(of: versions) } }
  /// The place of the version that stands for the article; found once, since thousands of files may
  /// hold one.
  private var place: Int

  /// One version and where it lies.
  public struct Version: Hashable, Codable, Sendable {
    /// The path of its file.
    public var path: FilePath
    /// Its line in a file of several articles.
    public var line: Int?
    /// The article as that file gives it.
    public var article: Article
    /// The id that a feed gives it, by which it says that it is withdrawn.
    public var key: String?

    /// Makes a version.
    public init(path: FilePath, line: Int? = nil, article: Article, key: String? = nil) {
      self.path = path
      self.line = line
      self.article = article
      self.key = key
    }

    /// The path, with the line where the file holds several articles.
    public var place: String { line.map { "\(path):\($0)" } ?? path.text }
  }

  /// Makes a record.
  public init(id: ArticleID, versions: [Version]) {
    precondition(!versions.isEmpty, "an article without a version")
    self.id = id
    self.versions = versions
    place = Self.best(of: versions)
  }

  private enum CodingKeys: String, CodingKey {
    case id, versions
  }

  /// Reads a record.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(ArticleID.self, forKey: .id)
    versions = try container.decode([Version].self, forKey: .versions)
    guard !versions.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .versions, in: container, debugDescription: "an article without a version")
    }
    place = Self.best(of: versions)
  }

  /// The version that stands for the article: a function of the versions' contents, not of where
  /// they lie.
  public var current: Version { versions[place] }

  private static func best(of versions: [Version]) -> Int {
    var best = 0
    for place in versions.indices.dropFirst() where outranks(versions[place], versions[best]) {
      best = place
    }
    return best
  }

  /// The article as its current version gives it.
  public var article: Article { current.article }

  /// Changed later, else longer, else the lesser text: an order that no path and no arrival
  /// decides.
  private static func outranks(_ first: Version, _ second: Version) -> Bool {
    let (a, b) = (first.article, second.article)
    let (changedA, changedB) = (a.modified ?? a.published, b.modified ?? b.published)
    if changedA != changedB { return changedA > changedB }
    let (textA, textB) = (a.text, b.text)
    if textA.utf8.count != textB.utf8.count { return textA.utf8.count > textB.utf8.count }
    if textA != textB { return textA.utf8.lexicographicallyPrecedes(textB.utf8) }
    return a.title.utf8.lexicographicallyPrecedes(b.title.utf8)
  }
}
