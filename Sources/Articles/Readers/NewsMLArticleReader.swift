import FoundationEssentials
import Markup
import NewsModel

/// Reads NewsML-G2 news items, alone or in a message, and NewsML 1.x.
struct NewsMLArticleReader: ArticleReader {
  let format = ArticleFormat(
    "NewsML-G2", extensions: ["newsml"],
    signature: "the root element `newsItem`, `newsMessage` or `NewsML`",
    articles: "each text item; one that is cancelled or embargoed is kept back")

  func recognition(of head: FileHead) -> Recognition {
    ["newsitem", "newsmessage", "newsml", "packageitem"].contains(head.root ?? "") ? .certain : .no
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file, declared: DeclaredCharset.read(file.bytes))
    let xml = try FeedTree(text, path: file.path).xml
    var gathering = ArticleGathering(file)
    // The last item of a document that breaks off may be cut: a headline without its text.
    let isCut = xml.isDamaged && !FeedTree.isClosed(text, root: xml.nodes[0].name)
    var items =
      ["newsItem", "NewsItem"].contains(xml.nodes[0].name)
      ? [0] : xml.descendants("newsItem", of: 0) + xml.descendants("NewsItem", of: 0)
    if isCut {
      if !items.isEmpty { items.removeLast() }
      gathering.fail(.damaged("the document breaks off; its last item is left out"))
    }
    for item in items {
      let reading = NewsMLItemReading(xml: xml, item: item)
      if let problem = reading.keptBack(now: file.now) {
        gathering.fail(problem)
        continue
      }
      let draft = reading.draft()
      if let kind = reading.mediaKind, draft.paragraphs.isEmpty {
        gathering.fail(.noArticle(kind: kind, remedy: "Nothing needs to be done"))
        continue
      }
      gathering.add(
        draft, member: items.count > 1 ? gathering.result.articles.count + 1 : nil,
        key: xml.nodes[item]["guid"])
    }
    if gathering.result.articles.isEmpty, gathering.result.failures.contains(where: \.isKeptBack) {
      return gathering.result
    }
    return try gathering.finished(
      orElse: .noArticle(
        kind: "a package or a list of concepts", remedy: "Put the items that it names beside it"))
  }
}
