/// Reads one format.
///
/// A reader says what the file states and leaves what follows from it (outlet, dates, ids, language, trailers) to
/// `ArticleAssembly`, the same for all formats.
protocol ArticleReader: Sendable {
  /// Reads a file that is neither empty nor too large.
  ///
  /// - Throws: `ArticleError` if no article can be read from it.
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles
}
