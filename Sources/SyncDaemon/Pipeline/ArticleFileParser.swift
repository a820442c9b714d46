import Articles
import FoundationEssentials
import NewsModel

/// Reads one article file and makes articles of it, whatever was read before it: many may be at it
/// side by side.
struct ArticleFileParser: Sendable {
  /// A file that a scan found, and what is remembered of it.
  struct Request: Sendable {
    let path: FilePath
    let file: ScannedFile
    let known: FileRecord?

    /// The file's record as it was before it is read.
    var record: FileRecord {
      var record = FileRecord(
        path: path, byteCount: file.byteCount, modified: file.modified, digest: "",
        articles: known?.articles ?? [])
      record.isWindow = known?.isWindow
      return record
    }
  }

  /// The outcome of reading a file.
  enum Outcome: Sendable {
    /// It has the size and time of last time, or the work was interrupted.
    case unchanged
    /// It is gone since the scan.
    case gone
    /// It cannot be read, for this reason.
    case refused(String)
    case read(Contents)
  }

  /// The contents of a file.
  struct Contents: Sendable {
    /// Its size and time at the moment of reading: it may have been written to after the scan.
    let byteCount: Int64
    let modified: Int64
    /// The digest of its bytes.
    let digest: String
    /// Its articles; nil if the bytes are those of last time and need not be read again.
    let articles: Result<ReadArticles, ArticleError>?
  }

  let reader: ArticleFileReader
  /// Now.
  let now: Date
  /// Whether files that have not changed are read, too.
  let isFull: Bool
  /// The hints that the settings give for folders.
  let folders: FolderRules

  /// Reads a file.
  func read(_ request: Request) -> Outcome {
    if !isFull, let known = request.known, known.byteCount == request.file.byteCount,
      known.modified == request.file.modified
    {
      return .unchanged
    }
    do throws(ArticleFileError) {
      guard let contents = try reader.read(request.file) else { return .gone }
      let digest = ContentDigest(contents.bytes).hex(digits: 32)
      let isAsKnown = !isFull && request.known?.digest == digest
      return .read(
        Contents(
          byteCount: contents.byteCount, modified: contents.modified, digest: digest,
          articles: isAsKnown ? nil : articles(in: contents, of: request.path)))
    } catch .interrupted {
      return .unchanged
    } catch {
      return .refused("\(error)")
    }
  }

  private func articles(
    in contents: ArticleFileReader.Contents, of path: FilePath
  ) -> Result<ReadArticles, ArticleError> {
    let modified = Date(timeIntervalSince1970: Double(contents.modified / 1_000_000) / 1000)
    var file = ArticleFile(path: path.text, bytes: contents.bytes, modified: modified, now: now)
    file.folder = folders.hints(for: path.text)
    do throws(ArticleError) {
      return .success(try ArticleReading(byteLimit: reader.largestFile).read(file))
    } catch {
      return .failure(error)
    }
  }
}
