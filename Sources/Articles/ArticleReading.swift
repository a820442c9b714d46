/// Reads the articles of a file, whatever its format: the one way in.
public struct ArticleReading: Sendable {
  /// The largest file that is read.
  public let byteLimit: Int

  /// The default limit, 64 MB: over ten thousand articles of 6 kB in one JSON Lines file. Reading
  /// takes some five times a file's size, which a small machine has to spare.
  public static let defaultByteLimit = 64 << 20

  /// Makes a reading with a limit.
  public init(byteLimit: Int = ArticleReading.defaultByteLimit) {
    self.byteLimit = byteLimit
  }

  /// Whether a path ends like an article's name: see `ArticleFileName.isArticle`.
  public static func isArticle(_ path: String) -> Bool {
    ArticleFileName.isArticle(path)
  }

  /// Reads a file.
  ///
  /// - Parameter file: The file; its content tells the format, and where that leaves a choice its
  ///   name.
  /// - Returns: Its articles in order, and for files of many the members that could not be read.
  /// - Throws: `ArticleError` if nothing can be read from the file.
  /// - Complexity: O(*n*) in the size of the file, or of what a compressed one holds, which is
  ///   limited alike.
  public func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    guard file.bytes.count <= byteLimit else {
      throw ArticleError(
        path: file.path,
        problem: .tooLarge(byteCount: file.bytes.count, byteLimit: byteLimit))
    }
    guard file.bytes.contains(where: { $0 > 0x20 }) else {
      throw ArticleError(path: file.path, problem: .empty)
    }
    if let problem = NotAnArticle.problem(ofName: file.path) {
      throw ArticleError(path: file.path, problem: problem)
    }
    var file = file
    file.byteLimit = byteLimit
    var result = try ArticleFormats.reader(for: file).read(file)
    result.isWindow = file.folder?.isWindow ?? result.isWindow
    return result
  }
}
