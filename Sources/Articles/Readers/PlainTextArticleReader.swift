import NewsModel

/// Reads an article as plain text: the first line is its title.
struct PlainTextArticleReader: ArticleReader {
  let format = ArticleFormat(
    "Plain text", extensions: ["txt", "text"],
    signature: "none: what no other format knows, under a name without an ending",
    articles:
      "the text; its first line is the title, lines as `Date: …` and `By …` above it say the rest")

  func recognition(of head: FileHead) -> Recognition { .possible }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file)
    var layout = PlainTextLayout(CleanText.lines(text))
    let draft = layout.draft()
    let article = try ArticleAssembly(file: file).article(from: draft)
    return ReadArticles(articles: [ArticleInFile(article: article)])
  }
}
