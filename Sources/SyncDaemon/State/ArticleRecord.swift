public import NewsModel

/// The record of one article: each version of it that a file holds.
///
/// Usually there is one version. If two files claim one id (the same URL, or the same outlet, title
/// and date), the version with the latest stated change is the article.
public struct ArticleRecord: Hashable, Codable, Sendable {
  /// The article's id.
  public var id: ArticleID
  /// The versions, ordered by path; never empty.
  public var versions: [Version] { didSet { place = Self.best(of: versions) } }
  /// The index of the version that is the article. It is stored, because thousands of files may
  /// hold a version.
  private var place: Int

  /// A version of the article and its file.
  public struct Version: Hashable, Codable, Sendable {
    /// The path of its file.
    public var path: FilePath
    /// Its line in a file of several articles.
    public var line: Int?
    /// The article as that file gives it.
    public var article: Article
    /// The id that a feed gives it, if its file is a feed; the feed announces its withdrawal by it.
    public var key: String?

    /// Makes a version.
    public init(path: FilePath, line: Int? = nil, article: Article, key: String? = nil) {
      self.path = path
      self.line = line
      self.article = article
      self.key = key
    }

    /// The path, with the line if the file holds several articles.
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

  /// The version that is the article. It depends on the contents of the versions only, not on their
  /// paths.
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

  /// The one changed later wins, then the longer one, then the lesser text. Neither path nor order
  /// of arrival decides.
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
