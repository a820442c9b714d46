/// Reads a YAML file: one article, or a list of them.
struct YAMLArticleReader: ArticleReader {
  let format = ArticleFormat(
    "YAML", extensions: ["yaml", "yml"], signature: "none: the name says it",
    articles: "the mapping, with the fields of front matter and `text` or `html`, or each of a list"
  )

  func recognition(of head: FileHead) -> Recognition { .possible }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = CleanText.normalizedLineEnds(try Charset.text(of: file))
    let yaml = text.hasPrefix("---\n") ? String(text.dropFirst(4)) : text
    let value = try FrontMatter.value(yaml, path: file.path)
    if let field = KeptBack.field(of: value, now: file.now) {
      return KeptBack.reading(field, file)
    }
    return try JSONArticleReader().read(value, file)
  }
}
