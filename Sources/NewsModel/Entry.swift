public import FoundationEssentials

/// The publication of one story (Atom `entry`, RSS `item`).
///
/// Every format renders the same entry; how much of the text it shows is the feed's setting
/// (`TextExtent`).
public struct Entry: Hashable, Codable, Sendable, Identifiable {
  /// The permanent id.
  public var id: EntryID
  /// The last part of the page's path, `SLUG-ID`: `stories/SLUG-ID/`; fixed at first publication.
  public var slug: String
  /// The absolute address of the story's page.
  public var link: String
  /// The headline of the canonical article.
  public var title: String
  /// The language of the canonical article, if known.
  public var language: String?
  /// The date of the founding article; never changes.
  public var published: Date
  /// When a reader would last have noticed something; only ever later.
  public var updated: Date
  /// Who wrote the canonical article.
  public var authors: [Person]
  /// One to three sentences of plain text: the canonical article's own summary or its first
  /// sentences.
  public var summary: String
  /// The canonical article's body in plain paragraphs.
  public var paragraphs: [String]
  /// The canonical article's body as sanitised HTML, where it has one.
  public var html: String?
  /// The share of the canonical text that the outlet's settings allow; nil leaves it to the feed.
  public var textExtent: TextExtent?
  /// The clauses of the rule that chose the canonical article.
  public var canonicalReason: LeadReason
  /// The coverage, the canonical article first, then by date.
  public var coverage: [Coverage]
  /// The figures that differ between sources.
  public var disagreements: [Disagreement]
  /// The tags of all sources, without repeats.
  public var tags: [String]
  /// The images of the canonical article, else of the next source that has some.
  public var pictures: [Picture]
  /// The media files of the sources.
  public var enclosures: [Enclosure]
  /// The history of the story, oldest first.
  public var decisions: [Decision]

  /// Makes an entry.
  public init(
    id: EntryID, slug: String, link: String, title: String, language: String? = nil,
    published: Date, updated: Date, authors: [Person] = [], summary: String,
    paragraphs: [String] = [], html: String? = nil, textExtent: TextExtent? = nil,
    canonicalReason: LeadReason = LeadReason(), coverage: [Coverage],
    disagreements: [Disagreement] = [],
    tags: [String] = [], pictures: [Picture] = [], enclosures: [Enclosure] = [],
    decisions: [Decision] = []
  ) {
    self.id = id
    self.slug = slug
    self.link = link
    self.title = title
    self.language = language
    self.published = published
    self.updated = updated
    self.authors = authors
    self.summary = summary
    self.paragraphs = paragraphs
    self.html = html
    self.textExtent = textExtent
    self.canonicalReason = canonicalReason
    self.coverage = coverage
    self.disagreements = disagreements
    self.tags = tags
    self.pictures = pictures
    self.enclosures = enclosures
    self.decisions = decisions
  }

  /// The number of articles that bring material of their own; the others repeat them.
  public var sourceCount: Int {
    coverage.count { $0.relation == .canonical || $0.relation == .independent }
  }

  /// The canonical article's coverage.
  public var canonical: Coverage? { coverage.first }
}
