import NewsModel

/// Reads an article as plain text: the first line is its title.
struct PlainTextArticleReader: ArticleReader {
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file)
    var layout = PlainTextLayout(CleanText.lines(text))
    let draft = layout.draft()
    let article = try ArticleAssembly(file: file).article(from: draft)
    return ReadArticles(articles: [ReadArticle(article: article)])
  }
}
