/// The formats that are read, and the choice of the one that a file has.
public enum ArticleFormats {
  /// A reader for each format, in the order in which they are asked.
  static let all: [any ArticleReader] = [
    CompressedArticleReader(), OfficeArticleReader(), WARCArticleReader(), FeedArticleReader(),
    NewsMLArticleReader(), NITFArticleReader(), TEIArticleReader(), MailboxArticleReader(),
    MailArticleReader(),
    HTMLArticleReader(), JSONArticleReader(), JSONLinesArticleReader(), MarkdownArticleReader(),
    YAMLArticleReader(), TableArticleReader(), LightMarkupArticleReader(),
    LexisNexisArticleReader(), PlainTextArticleReader(),
  ]

  /// The descriptions of the formats, in that order.
  public static var table: [ArticleFormat] { all.map(\.format) }

  /// Chooses the reader of a file by its content, and if that leaves a choice, by its name.
  ///
  /// The most likely format by content wins; of several, the one of the name. A name without an
  /// ending, or with a meaningless one (`article?id=7`, `page.html.1`), may be any format, also
  /// plain text. An unknown ending may be any format but plain text, because programs, logs and
  /// lists are plain text, too.
  ///
  /// - Throws: `ArticleError` if the file is of a kind that is not read, with the kind and what to
  ///   do.
  static func reader(for file: ArticleFile) throws(ArticleError) -> any ArticleReader {
    let head = FileHead(file.bytes)
    let name = ArticleFileName.formatExtension(of: file.path)
    if let problem = UnreadableKind.problem(of: head, name: name) {
      throw ArticleError(path: file.path, problem: problem)
    }
    var best: (reader: any ArticleReader, recognition: Recognition, isNamed: Bool)?
    for reader in all {
      let recognition = reader.recognition(of: head)
      let isNamed = name.map(reader.format.extensions.contains) ?? false
      guard recognition >= (isNamed ? .possible : .likely) else { continue }
      if let best, (best.recognition, best.isNamed ? 1 : 0) >= (recognition, isNamed ? 1 : 0) {
        continue
      }
      best = (reader, recognition, isNamed)
      // Nothing is more likely.
      if recognition == .certain, isNamed { break }
    }
    if let best { return best.reader }
    let mayBeText =
      name.map { name in all.contains { $0.format.extensions.contains(name) } } ?? true
    guard mayBeText else { throw ArticleError(path: file.path, problem: .unknownFormat) }
    return PlainTextArticleReader()
  }
}
