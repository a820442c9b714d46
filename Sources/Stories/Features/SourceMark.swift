public import NewsModel

/// The mark of everything in an article that its prepared form depends on: articles with one mark
/// are prepared alike.
public struct SourceMark: Hashable, Sendable {
  let first: UInt64
  let second: UInt64

  /// The mark of an article: the first half of a SHA-256, so that no text can be made to have the
  /// mark of another.
  ///
  /// - Complexity: O(*n*) in its bytes.
  public init(_ article: Article) {
    var digest = RunningDigest()
    /// Adds a text behind its length, so that none runs on into the next.
    func add(_ text: String?) {
      digest.update("\(text?.utf8.count ?? -1) ")
      if let text { digest.update(text) }
    }
    let time = PublicationTime(article)
    for text in [article.id.description, article.outlet, article.title] { add(text) }
    for text in [article.url, article.language] { add(text) }
    add("\(time.milliseconds) \(time.isEvidence) \(article.paragraphs.count)")
    if article.paragraphs.isEmpty { add(article.summary) }
    for paragraph in article.paragraphs { add(paragraph) }
    let bytes = digest.digest.bytes
    func half(_ range: Range<Int>) -> UInt64 { bytes[range].reduce(0) { $0 << 8 | UInt64($1) } }
    (first, second) = (half(0..<8), half(8..<16))
  }

  init(first: UInt64, second: UInt64) { (self.first, self.second) = (first, second) }
}
