import Markup
import NewsModel

/// Reads an article from the page that it was published on.
struct HTMLArticleReader: ArticleReader {
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file, declared: DeclaredCharset.read(file.bytes))
    let document: HTMLDocument
    do {
      document = try HTMLDocument(text)
    } catch {
      throw ArticleError(path: file.path, problem: .refusedHTML(error.description))
    }
    guard !document.nodes.isEmpty else { throw ArticleError(path: file.path, problem: .noText) }
    let article = try ArticleAssembly(file: file).article(from: draft(of: document))
    return ReadArticles(articles: [ReadArticle(article: article)])
  }

  private func draft(of document: HTMLDocument) -> ArticleDraft {
    let metadata = PageMetadata(document: document)
    var head = metadata.draft()
    let structured = StructuredData.article(in: document)
    var data = ArticleDraft()
    if let structured {
      let page = head.url.flatMap { WebAddress($0) }
      data = FieldReading(base: page).draft(of: structured)
    }
    let page = WebAddress(head.url ?? data.url ?? "")
    var body = mainText(of: document, base: metadata.baseAddress(page))
    // The page's own text is what its readers saw; the body in its data is only a way out.
    let found = body.paragraphs.reduce(0) { $0 + $1.utf8.count }
    let stated = data.paragraphs.reduce(0) { $0 + $1.utf8.count }
    if found * 2 < stated {
      body.paragraphs = data.paragraphs
      body.html = nil
    }
    data.paragraphs = []
    data.html = nil
    // Data is written for machines and has times and names in one form; the head has the address that was opened.
    let url = head.url ?? data.url
    let pictures = head.pictures + data.pictures + body.pictures
    head.pictures = []
    var draft = data
    draft.fill(from: head)
    draft.fill(from: body)
    draft.url = url
    draft.pictures = pictures
    return draft
  }

  private func mainText(of document: HTMLDocument, base: WebAddress?) -> ArticleDraft {
    let main = MainText(document: document)
    let root = main.root()
    var reading = BodyReading(document: document, root: root, base: base)
    reading.leavingOut = main.furniture.union(main.linkLists(in: root))
    // The headline stands in the title already.
    if let heading = (root..<document.nodes[root].end).first(where: {
      document.nodes[$0].name == "h1"
    }) {
      reading.leavingOut.insert(heading)
    }
    reading.leavingOut.remove(root)
    return reading.draft()
  }
}
