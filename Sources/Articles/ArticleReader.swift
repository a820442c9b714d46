/// Reads one format, and says which files are of it.
///
/// A reader returns what the file states. `ArticleAssembly` draws the conclusions (outlet, dates,
/// ids, language, trailers), in the same way for all formats. `ArticleFormats.all` lists the
/// readers.
protocol ArticleReader: Sendable {
  /// The names and signatures of the format, for people and for `ArticleFormats`.
  var format: ArticleFormat { get }

  /// Judges by its content how likely a file is of this format.
  func recognition(of head: FileHead) -> Recognition

  /// Reads a file that is neither empty nor too large.
  ///
  /// - Throws: `ArticleError` if no article can be read from it.
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles
}
