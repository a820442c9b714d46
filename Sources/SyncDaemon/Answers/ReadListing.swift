public import Articles
public import FoundationEssentials
public import NewsModel

/// The articles of one file, as `newsfold read --json` prints them.
public struct ReadListing: Hashable, Codable, Sendable {
  /// The file's path as it was given.
  public var path: String
  /// The articles of the file, in its order.
  public var articles: [Member] = []
  /// The reason why the file, or a part of it, was not read, and what to do; nil if all of it was
  /// read.
  public var setAside: String?
  /// The rule by which the file is ignored; nil if it is not.
  public var ignored: String?

  /// Makes the listing of a file that has not been read.
  public init(path: String) {
    self.path = path
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The path as it was given.
  ///   - file: The file, with the path that it would have in a site.
  ///   - reading: The rules of reading.
  public init(path: String, file: ArticleFile, reading: ArticleReading) {
    self.init(path: path)
    do throws(ArticleError) {
      let contents = try reading.read(file)
      articles = contents.articles.map { Member($0.article) }
      if !contents.failures.isEmpty {
        setAside = contents.failures.map { "\($0)" }.joined(separator: " ")
      }
    } catch {
      setAside = "\(error)"
    }
  }

  /// Encodes the listing. `setAside` and `ignored` are always there, as null if they are nil.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(articles, forKey: .articles)
    try container.encode(setAside, forKey: .setAside)
    try container.encode(ignored, forKey: .ignored)
  }

  /// One article.
  public struct Member: Hashable, Codable, Sendable {
    /// The article's id.
    public var id: ArticleID
    /// Its headline.
    public var title: String
    /// The time of its publication, by the clock that states it (RFC 3339).
    public var published: String
    /// The place where that date was found.
    public var dateFrom: DateOrigin
    /// The date of its last change, if its outlet states one.
    public var modified: Date?
    /// Its authors.
    public var authors: [Author]
    /// Its language; nil if unknown.
    public var language: String?
    /// The outlet's name; empty if unknown.
    public var outlet: String
    /// Its permalink, if it has one.
    public var url: String?
    /// The description or standfirst that its outlet gave it, if any.
    public var summary: String?
    /// Its body in paragraphs.
    public var paragraphs: [String]
    /// Its tags.
    public var tags: [String]
    /// Its images, the lead image first.
    public var pictures: [Picture]
    /// Its media files.
    public var enclosures: [Enclosure]
    /// Whether its text stops before the report does.
    public var isCut: Bool

    init(_ article: Article) {
      id = article.id
      title = article.title
      published = Timestamp.rfc3339(
        article.published, secondsFromUTC: article.publishedZone ?? 0)
      dateFrom = article.dateOrigin
      modified = article.modified
      authors = article.authors.map { Author(name: $0.name, url: $0.url) }
      language = article.language
      outlet = article.outlet
      url = article.url
      summary = article.summary
      paragraphs = article.paragraphs
      tags = article.tags
      pictures = article.pictures
      enclosures = article.enclosures
      isCut = article.isCut
    }
  }

  /// An author of an article.
  public struct Author: Hashable, Codable, Sendable {
    /// The name.
    public var name: String
    /// The author's web address, if stated.
    public var url: String?
  }
}
