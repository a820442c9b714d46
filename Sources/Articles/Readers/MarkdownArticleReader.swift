import Markup
import NewsModel

/// Reads an article in Markdown (CommonMark) with or without front matter in YAML, TOML, JSON or
/// plain lines.
struct MarkdownArticleReader: ArticleReader {
  let format = ArticleFormat(
    "Markdown", extensions: ["md", "markdown", "mdown", "mdx", "qmd"],
    signature: "front matter: a first line `---` or `+++`",
    articles: "the text, titled by its front matter or its first heading; drafts are kept back")

  func recognition(of head: FileHead) -> Recognition {
    let isFront =
      head.text.hasPrefix("---\n") || head.text.hasPrefix("---\r\n") || head.text.hasPrefix("+++\n")
    return isFront || head.text.hasPrefix("{") ? .likely : .possible
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file)
    let parts = FrontMatterBlock.split(text)
    var draft = ArticleDraft()
    if let block = parts.block {
      let fields = try fields(of: block, path: file.path)
      if let field = KeptBack.field(of: fields, now: file.now) {
        return KeptBack.reading(field, file)
      }
      draft = FieldReading(base: nil).draft(of: fields)
    }
    let base = draft.url.flatMap { WebAddress($0) }
    if ["txt", "text"].contains(ArticleFileName.pathExtension(of: file.path)) {
      // A line of a text is a paragraph where Markdown would go on.
      draft.paragraphs = PlainParagraphs.paragraphs(of: CleanText.lines(parts.body))
    } else {
      let plain = MarkdownDialect.plain(parts.body)
      let markdown = file.path.hasSuffix(".mdx") ? Self.withoutImports(plain) : plain
      draft.fill(from: try body(markdown, base, hasTitle: draft.title != nil, path: file.path))
    }
    let article = try ArticleAssembly(file: file).article(from: draft)
    return ReadArticles(articles: [ArticleInFile(article: article)])
  }

  private func fields(of block: FrontMatterBlock, path: String) throws(ArticleError) -> FieldValue {
    switch block {
    case .toml(let text): return try TOMLFields.read(text, path: path)
    case .lines(let fields): return .object(fields)
    case .json(let text):
      do {
        return try JSONScanner.read(Array(text.utf8))
      } catch {
        throw ArticleError(
          path: path, line: error.line,
          problem: .malformedJSON(column: error.column, reason: error.reason))
      }
    case .yaml(let text):
      do {
        let fields = try FrontMatter.fields(text, path: path)
        let marked = PlainFrontMatter.exclamations(text)
        guard !marked.isEmpty, case .object(let own) = fields else { return fields }
        return .object(
          own.map { field in
            guard let text = marked[field.key] else { return field }
            return .init(key: field.key, value: .string(text))
          })
      } catch {
        // A colon inside a title is no YAML, and plain to a reader.
        guard let fields = PlainFrontMatter.fields(text), text.utf8.count <= 65_536,
          fields["title"] != nil
        else { throw error }
        return fields
      }
    }
  }

  /// MDX begins with lines of JavaScript.
  private static func withoutImports(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !($0.hasPrefix("import ") && $0.contains("from ")) && !$0.hasPrefix("export const ")
    }.joined(separator: "\n")
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
