/// Reads the file inside a compressed one.
struct CompressedArticleReader: ArticleReader {
  let format = ArticleFormat(
    "gzip, Zstandard, bzip2, xz", extensions: ["gz", "zst", "bz2", "xz"],
    signature: "the magic number of the coding",
    articles: "those of the file inside, which may be of any format here")

  /// The deepest nesting of files: a compressed page in a compressed archive.
  private static let depthLimit = 3

  func recognition(of head: FileHead) -> Recognition {
    Unpacking.Coding.allCases.contains { head.bytes.starts(with: $0.magic) } ? .certain : .no
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    guard let coding = Unpacking.Coding.allCases.first(where: { file.bytes.starts(with: $0.magic) })
    else { throw ArticleError(path: file.path, problem: .damaged("it is not compressed")) }
    guard file.depth < Self.depthLimit else {
      throw ArticleError(
        path: file.path,
        problem: .tooMuch("it is compressed more than \(Self.depthLimit) times over"))
    }
    let bytes: [UInt8]
    do {
      bytes = try Unpacking.decompressed(file.bytes, coding, limit: file.byteLimit)
    } catch {
      throw ArticleError(path: file.path, problem: error.problem(limit: file.byteLimit))
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw ArticleError(path: file.path, problem: .empty)
    }
    let inner = file.holding(bytes, named: Self.name(of: file.path))
    do throws(ArticleError) {
      let reader = try ArticleFormats.reader(for: inner)
      return Self.renamed(try reader.read(inner), file.path)
    } catch {
      throw ArticleError(path: file.path, line: error.line, problem: error.problem)
    }
  }

  /// `page.html` of `page.html.gz`.
  private static func name(of path: String) -> String {
    let ending = ArticleFileName.pathExtension(of: path)
    return ["gz", "zst", "bz2", "xz"].contains(ending)
      ? String(path.dropLast(ending.count + 1)) : path
  }

  private static func renamed(_ read: ReadArticles, _ path: String) -> ReadArticles {
    var read = read
    for index in read.failures.indices { read.failures[index].path = path }
    return read
  }
}
