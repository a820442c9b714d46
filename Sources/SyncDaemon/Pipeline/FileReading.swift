import NewsModel

/// The contents of one file, as far as it was read in this pass.
struct FileReading {
  /// The file's new record. It lists the former articles until `versions` is taken into account.
  var record: FileRecord
  /// The versions of articles in the file, in its order; nil if it was not parsed because it holds
  /// what it held.
  var versions: [ArticleRecord.Version]?
  /// Lines that could not be read; the articles that stood on them stay.
  var failedLines: Set<Int> = []
  /// The ids of items that the file, a feed, announces as withdrawn.
  var withdrawn: Set<String> = []
  /// Whether the bytes are those of last time. A different reading is then the program's doing, not
  /// the file's.
  var hasSameBytes = false
  /// New ids of articles by the ids that they had when the same bytes were read last.
  var renamed: [ArticleID: ArticleID] = [:]
}
