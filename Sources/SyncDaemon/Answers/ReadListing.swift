public import Articles
public import FoundationEssentials
public import NewsModel

/// What was read of one file, as `read --json` prints it.
public struct ReadListing: Hashable, Codable, Sendable {
  /// The file's path as it was named.
  public var path: String
  /// Its articles, in its order.
  public var articles: [Member] = []
  /// Why it, or a part of it, was not read, and what to do; nil if all of it was.
  public var setAside: String?
  /// The rule by which it is not looked at; nil if it is.
  public var ignored: String?

  /// A file of which nothing is known yet.
  public init(path: String) {
    self.path = path
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: How the file was named.
  ///   - file: The file, its path as a site would have it.
  ///   - reading: How articles are read.
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

  /// Writes it; what is not so is null, so that both keys are always there.
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
    /// When it was published.
    public var published: Date
    /// Where that date was found.
    public var dateFrom: DateOrigin
    /// When its outlet last changed it, if stated.
    public var modified: Date?
    /// Who wrote it.
    public var authors: [Author]
    /// Its language; nil if unknown.
    public var language: String?
    /// The outlet's name; empty if unknown.
    public var outlet: String
    /// Its permalink, if it has one.
    public var url: String?
    /// What its outlet says of it in a sentence or two, if stated.
    public var summary: String?
    /// Its text.
    public var paragraphs: [String]
    /// Its tags.
    public var tags: [String]
    /// Its pictures, the lead one first.
    public var pictures: [Picture]
    /// Its sounds and films.
    public var enclosures: [Enclosure]
    /// Whether its text ends before the report does.
    public var isCut: Bool

    init(_ article: Article) {
      id = article.id
      title = article.title
      published = article.published
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

  /// Who wrote an article.
  public struct Author: Hashable, Codable, Sendable {
    /// The name.
    public var name: String
    /// An address of theirs, if stated.
    public var url: String?
  }
}
