internal import CCMark
import Markup
import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads an article in Markdown (CommonMark) with or without YAML front matter.
struct MarkdownArticleReader: ArticleReader {
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file)
    let parts = FrontMatter.split(text)
    var draft = ArticleDraft()
    if let yaml = parts.yaml {
      let fields = try FrontMatter.fields(yaml, path: file.path)
      draft = FieldReading(base: nil).draft(of: fields)
    }
    let base = draft.url.flatMap { WebAddress($0) }
    draft.fill(from: try body(parts.body, base, hasTitle: draft.title != nil, path: file.path))
    let article = try ArticleAssembly(file: file).article(from: draft)
    return ReadArticles(articles: [ReadArticle(article: article)])
  }

  private func body(
    _ markdown: String, _ base: WebAddress?, hasTitle: Bool, path: String
  ) throws(ArticleError) -> ArticleDraft {
    let document: HTMLDocument
    do {
      document = try HTMLDocument(fragment: MarkdownText.html(markdown))
    } catch {
      throw ArticleError(path: path, problem: .refusedHTML(error.description))
    }
    guard !document.nodes.isEmpty else { return ArticleDraft() }
    var reading = BodyReading(document: document, root: 0, base: base)
    var draft = ArticleDraft()
    if !hasTitle, let heading = title(in: document) {
      draft.title = document.text(of: heading)
      reading.leavingOut.insert(heading)
    }
    draft.fill(from: reading.draft())
    return draft
  }

  /// The first heading, if nothing but a picture stands before it.
  private func title(in document: HTMLDocument) -> Int? {
    for (index, node) in document.nodes.enumerated() {
      if ["h1", "h2"].contains(node.name) { return index }
      if node.isText, node.text.contains(where: { !$0.isWhitespace }) { return nil }
    }
    return nil
  }
}
