public import FoundationEssentials

/// One report by one outlet, read from one file (schema.org `NewsArticle`).
///
/// All text is plain: no markup, no control characters outside XML 1.0 `Char`, single spaces, NFC.
/// Only `html` holds markup, and it is sanitised. All addresses are absolute http(s) URLs.
public struct Article: Hashable, Codable, Sendable, Identifiable {
  /// The identity of the article, whatever file it lies in.
  public var id: ArticleID
  /// The name of the outlet that published it, as a person reads it; empty if unknown.
  public var outlet: String
  /// Its permalink, cleaned of tracking, if stated.
  public var url: String?
  /// Its headline without the name of the site; never empty: without a headline it is the first
  /// sentence.
  public var title: String
  /// The description or standfirst that the outlet gave it, if any.
  public var summary: String?
  /// Its body in paragraphs, without captions, trailers for other articles and other page
  /// furniture.
  public var paragraphs: [String]
  /// Its body as sanitised HTML, if the file had markup that is worth keeping.
  public var html: String?
  /// Its language (BCP 47, lower-case primary subtag first), stated or detected; nil if unknown.
  public var language: String?
  /// When it was published, to the millisecond.
  public var published: Date
  /// The distance from UTC of the clock that `published` was stated by, in seconds east; nil for
  /// UTC and where no zone is stated.
  public var publishedZone: Int?
  /// Where `published` was found.
  public var dateOrigin: DateOrigin
  /// The date of its last change, if the outlet states one.
  public var modified: Date?
  /// Who wrote it.
  public var authors: [Person]
  /// The outlet's tags or sections, in its order.
  public var tags: [String]
  /// Its images, the lead image first.
  public var pictures: [Picture]
  /// Its media files.
  public var enclosures: [Enclosure]
  /// The address of the report that this one says it repeats (`rel=canonical` at another host,
  /// `isBasedOn`).
  public var originalURL: String?
  /// Whether the text stops before the report does ("Read more…", "[+1234 chars]").
  public var isCut: Bool

  /// Makes an article.
  public init(
    id: ArticleID, outlet: String, url: String? = nil, title: String, summary: String? = nil,
    paragraphs: [String], html: String? = nil, language: String? = nil, published: Date,
    publishedZone: Int? = nil, dateOrigin: DateOrigin = .stated, modified: Date? = nil,
    authors: [Person] = [],
    tags: [String] = [], pictures: [Picture] = [], enclosures: [Enclosure] = [],
    originalURL: String? = nil, isCut: Bool = false
  ) {
    self.id = id
    self.outlet = outlet
    self.url = url
    self.title = title
    self.summary = summary
    self.paragraphs = paragraphs
    self.html = html
    self.language = language
    self.published = published
    self.publishedZone = publishedZone
    self.dateOrigin = dateOrigin
    self.modified = modified
    self.authors = authors
    self.tags = tags
    self.pictures = pictures
    self.enclosures = enclosures
    self.originalURL = originalURL
    self.isCut = isCut
  }

  /// The body as one text, a line a paragraph.
  public var text: String { paragraphs.joined(separator: "\n") }
}
