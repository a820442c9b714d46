import FoundationEssentials
import NewsModel

/// Reads a web archive (WARC 1.0 and 1.1, ISO 28500): each page in it an article.
struct WARCArticleReader: ArticleReader {
  let format = ArticleFormat(
    "WARC", extensions: ["warc"], signature: "a first line `WARC/1.…`",
    articles:
      "each page that was answered with 200, at its address, and each page's text (WET); others are passed over"
  )

  /// The most responses without an article that are named; an archive of a site has as many front
  /// pages as sections.
  private static let namedLimit = 20

  func recognition(of head: FileHead) -> Recognition {
    head.text.hasPrefix("WARC/") ? .certain : .no
  }

  /// The draft of a page's text, whose first line is its title.
  private func draft(of text: [UInt8], _ record: WARCRecord) -> ArticleDraft {
    var layout = PlainTextLayout(CleanText.lines(String(decoding: text, as: UTF8.self)))
    var draft = layout.draft()
    draft.url = draft.url ?? record.address
    if let date = record.date { draft.saved.append(Timestamp.rfc3339(date)) }
    return draft
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    var gathering = ArticleGathering(file)
    var index = 0
    var number = 0
    var pages = 0
    var others = 0
    while let record = WARCRecord(file.bytes, from: index) {
      index = record.end
      number += 1
      if let text = record.text {
        pages += 1
        gathering.add(draft(of: text, record), member: number)
        continue
      }
      guard let page = record.page(limit: file.byteLimit) else {
        if record.isCut { gathering.fail(.damaged("the archive breaks off in record \(number)")) }
        continue
      }
      pages += 1
      var inner = file.holding(page)
      inner.address = record.address
      inner.charset = record.charset
      // A page that states no date was there when it was fetched.
      if let date = record.date { inner.modified = min(date, file.modified) }
      do throws(ArticleError) {
        gathering.add(try HTMLArticleReader().read(inner), member: number)
      } catch {
        others += 1
        if others <= Self.namedLimit { gathering.fail(error.problem, member: number) }
      }
    }
    if others > Self.namedLimit {
      gathering.fail(
        .noArticle(
          kind: "one of \(others) pages without an article", remedy: "Nothing needs to be done"))
    }
    return try gathering.finished(
      orElse: pages == 0
        ? .noArticle(kind: "a web archive without a page", remedy: "Nothing needs to be done")
        : .noText)
  }
}
