import NewsModel

/// The contents of one file, as far as it was read in this pass.
struct FileReading {
  /// The file as it is to be remembered; its articles are those of before until `versions` has
  /// others.
  var record: FileRecord
  /// The versions of articles that it holds, in its order; nil if it was not taken apart, and holds
  /// what it held.
  var versions: [ArticleRecord.Version]?
  /// Its lines that could not be read; what was on them stays.
  var failedLines: Set<Int> = []
  /// The ids of a feed's items that it says are withdrawn.
  var withdrawn: Set<String> = []
  /// Whether its bytes are those of last time, so that another reading is the program's doing, not
  /// the file's.
  var hasSameBytes = false
  /// By the id that an article had when these bytes were read last, the one that it has now.
  var renamed: [ArticleID: ArticleID] = [:]
}
