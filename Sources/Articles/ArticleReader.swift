/// Reads one format, and says which files are of it.
///
/// A reader says what the file states and leaves what follows from it (outlet, dates, ids, language, trailers) to
/// `ArticleAssembly`, the same for all formats. `ArticleFormats.all` lists the readers.
protocol ArticleReader: Sendable {
  /// The names and signatures of the format, for people and for `ArticleFormats`.
  var format: ArticleFormat { get }

  /// How likely a file is of this format, by what is in it.
  func recognition(of head: FileHead) -> Recognition

  /// Reads a file that is neither empty nor too large.
  ///
  /// - Throws: `ArticleError` if no article can be read from it.
  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles
}
