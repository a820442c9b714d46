import Markup
import NewsModel

/// Reads an article from the page that it was published on.
struct HTMLArticleReader: ArticleReader {
  let format = ArticleFormat(
    "HTML",
    extensions: ["html", "htm", "xhtml", "xht", "shtml", "php", "asp", "aspx", "jsp", "cfm"],
    signature: "a doctype `html`, the root element `html`, or tags of HTML", articles: "the page")

  func recognition(of head: FileHead) -> Recognition {
    if head.lower.hasPrefix("<!doctype html") { return .certain }
    if let root = head.root, ["html", "head", "body"].contains(root) { return .certain }
    guard MarkupRecognition.isMarkup(head.text) else { return .no }
    return head.text.hasPrefix("<") ? .likely : .possible
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(
      of: file, declared: file.charset ?? DeclaredCharset.read(file.bytes))
    let document: HTMLDocument
    do {
      document = try HTMLDocument(text)
    } catch {
      throw ArticleError(path: file.path, problem: .refusedHTML(error.description))
    }
    guard !document.nodes.isEmpty else { throw ArticleError(path: file.path, problem: .noText) }
    let (draft, hasData) = read(document, PageProvenance(text))
    if let problem = PageKind.problem(of: document, draft, hasData: hasData) {
      throw ArticleError(path: file.path, problem: problem)
    }
    let article = try ArticleAssembly(file: file).article(from: draft)
    return ReadArticles(articles: [ArticleInFile(article: article)])
  }

  func draft(of document: HTMLDocument, _ provenance: PageProvenance) -> ArticleDraft {
    read(document, provenance).draft
  }

  /// The draft of a page, and whether the page says of itself, in data for machines, that it is an
  /// article.
  private func read(
    _ document: HTMLDocument, _ provenance: PageProvenance
  ) -> (draft: ArticleDraft, hasData: Bool) {
    let metadata = PageMetadata(document: document)
    let saved = provenance.url.flatMap { WebAddress($0) }.map(PageProvenance.original)
    var head = metadata.draft()
    head.url = head.url ?? saved?.description
    head.saved = [provenance.saved].compactMap { $0 }
    let structured = StructuredData.read(
      in: document, url: head.url, titles: metadata.titles + [metadata.title ?? ""])
    var data = ArticleDraft()
    if let article = structured.article {
      let page = head.url.flatMap { WebAddress($0) }
      data = FieldReading(base: page, readsPages: false).draft(of: article)
    }
    // Data is written for machines and has times and names in one form; the head has the address
    // that was opened.
    let url = head.url ?? data.url
    let page = WebAddress(url ?? "")
    let main = MainText(document: document)
    let names = [head.outlet, data.outlet, page.map(OutletName.host), page.map(siteName)]
      .compactMap { $0 }
    let title = PageTitle(
      document, stated: [data.title].compactMap { $0 } + metadata.titles, title: metadata.title,
      names: names)
    var body = reading(of: main, document, base: metadata.baseAddress(page)).draft()
    body.published = PageDates(main, heading: title.heading).stated() + body.published
    fillBody(&body, data, document, page)
    data.paragraphs = []
    data.html = nil
    body.modified += structured.pageDates
    // What the site calls itself names its author where nobody else does.
    let nobody = NamedNobody(outlets: names)
    let stated = [data.authors, head.authors].first { $0.contains { !nobody.isOne($0.name) } }
    if stated == nil {
      let people = PageAuthors(main, heading: title.heading).people()
      let named = people.filter { !nobody.isOne($0.name) }
      head.authors =
        named.isEmpty
        ? (data.authors + head.authors + people).filter { !nobody.isAccount($0.name) } : named
      data.authors = []
    } else {
      data.authors.removeAll { nobody.isOne($0.name) }
      head.authors.removeAll { nobody.isOne($0.name) }
    }
    let pictures = head.pictures + data.pictures + body.pictures
    head.pictures = []
    var draft = data
    draft.fill(from: head)
    draft.fill(from: body)
    draft.title = title.text
    draft.url = url
    draft.pictures = pictures
    return (draft, structured.article != nil)
  }

  /// The label of a host that names the site: `lantern` of `www.lantern.co.example`.
  private func siteName(_ page: WebAddress) -> String {
    String(OutletName.host(page).prefix { $0 != "." })
  }

  /// Takes the text from a page's data where the page itself has none to speak of.
  private func fillBody(
    _ body: inout ArticleDraft, _ data: ArticleDraft, _ document: HTMLDocument, _ page: WebAddress?
  ) {
    // The page's own text is what its readers saw; the body in its data is only a way out.
    let found = body.paragraphs.reduce(0) { $0 + $1.utf8.count }
    let stated = data.paragraphs.reduce(0) { $0 + $1.utf8.count }
    if found * 2 < stated {
      body.paragraphs = data.paragraphs
      body.html = nil
    } else if found < 200, let embedded = ScriptedArticle.article(in: document) {
      let draft = FieldReading(base: page, readsPages: false).draft(of: embedded)
      guard draft.paragraphs.reduce(0, { $0 + $1.utf8.count }) > found * 2 else { return }
      body.paragraphs = draft.paragraphs
      body.html = draft.html
    }
  }

  private func reading(
    of main: MainText, _ document: HTMLDocument, base: WebAddress?
  ) -> BodyReading {
    let root = main.root
    var reading = BodyReading(document: document, root: root, base: base)
    reading.leavingOut = main.leavingOut
    reading.captions = main.captions
    // The headline stands in the title already.
    if let heading = (root..<document.nodes[root].end).first(where: {
      document.nodes[$0].name == "h1"
    }) {
      reading.leavingOut.insert(heading)
    }
    reading.leavingOut.remove(root)
    return reading
  }
}
