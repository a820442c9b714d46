import NewsModel

/// The statements of a file about an article, before anything is concluded from them.
struct ArticleDraft {
  var outlet: String?
  var url: String?
  var title: String?
  var summary: String?
  /// The body, a string for each paragraph of the format.
  var paragraphs: [String] = []
  /// Sanitised HTML of the body.
  var html: String?
  var language: String?
  /// Dates of publication as written, the most trusted first.
  var published: [String] = []
  var modified: [String] = []
  /// Dates when it was saved, as written: it was published by then.
  var saved: [String] = []
  var authors: [Person] = []
  var tags: [String] = []
  var pictures: [Picture] = []
  var enclosures: [Enclosure] = []
  var originalURL: String?
  var isCut = false

  /// Fills the fields that are empty from another draft.
  mutating func fill(from other: ArticleDraft) {
    outlet = outlet ?? other.outlet
    url = url ?? other.url
    title = title ?? other.title
    summary = summary ?? other.summary
    if paragraphs.isEmpty { paragraphs = other.paragraphs }
    html = html ?? other.html
    language = language ?? other.language
    published += other.published
    modified += other.modified
    saved += other.saved
    if authors.isEmpty { authors = other.authors }
    if tags.isEmpty { tags = other.tags }
    if pictures.isEmpty { pictures = other.pictures }
    if enclosures.isEmpty { enclosures = other.enclosures }
    originalURL = originalURL ?? other.originalURL
    isCut = isCut || other.isCut
  }
}
