import NewsModel

/// Reads reStructuredText, AsciiDoc and Org as text, with their titles and fields.
struct LightMarkupArticleReader: ArticleReader {
  let format = ArticleFormat(
    "reStructuredText, AsciiDoc, Org", extensions: ["rst", "rest", "adoc", "asciidoc", "org"],
    signature: "none: the name says it",
    articles: "the text, with its title, date and author; emphasis and links become plain text")

  func recognition(of head: FileHead) -> Recognition { .possible }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = CleanText.normalizedLineEnds(try Charset.text(of: file))
    let language: LightMarkup
    switch ArticleFileName.pathExtension(of: file.path) {
    case "adoc", "asciidoc": language = .asciiDoc
    case "org": language = .org
    default: language = .restructuredText
    }
    var reading = LightMarkupReading(text, language)
    let fields = FieldValue.object(reading.fields)
    if let field = KeptBack.field(of: fields, now: file.now) {
      return KeptBack.reading(field, file)
    }
    var draft = FieldReading(base: nil).draft(of: fields)
    draft.title = draft.title ?? reading.title
    draft.paragraphs = reading.takeParagraphs()
    var gathering = ArticleGathering(file)
    gathering.add(draft, member: nil)
    return try gathering.finished(orElse: .noText)
  }
}
