import Articles
import FoundationEssentials
import NewsModel

/// The stages read and skip: reads new and changed files, and works out which articles change.
///
/// It changes no state itself. An unreadable file, or an unreadable line of one, is set aside with
/// its reason; the articles that it held before stay.
struct ArticleIntake {
  /// The files of one pass as they were read.
  struct Readings {
    /// The files that are new or changed, in the order of the scan.
    var files: [FileReading] = []
    /// The dates that articles are given from now on.
    var placed: [ArticleID: PlacedDate] = [:]
    /// The number of files that were read.
    var filesRead = 0
    /// The number of files that were renamed or removed before they were read.
    var filesLost = 0
  }

  let reader: ArticleFileReader
  let clock: PassClock
  let isFull: Bool
  /// The hints that the settings give for folders.
  var folders = FolderRules()
  /// Whether to stop; the result is thrown away then.
  var isStopping: () -> Bool = { false }

  /// The files between two questions whether to stop; a second's work for one processor where a
  /// file takes 10 ms, as long pages do.
  private static let batch = 100

  /// Reads files as a scan found them.
  ///
  /// Files are read and parsed side by side; what depends on the others follows in the order of the
  /// scan, so that the result is that of one processor.
  ///
  /// - Parameters:
  ///   - scanned: The files that are there, of those looked at.
  ///   - view: What is remembered.
  ///   - progress: Called with the number of files done, and of all.
  /// - Returns: The contents of those files that are new or changed.
  func read(
    _ scanned: [(path: FilePath, file: ScannedFile)], in view: MemoryView,
    progress: ((Int, Int) -> Void)? = nil
  ) async -> Readings {
    var readings = Readings()
    let parser = ArticleFileParser(
      reader: reader, now: clock.now, isFull: isFull, folders: folders)
    for start in stride(from: 0, to: scanned.count, by: Self.batch) {
      if isStopping() { return readings }
      let files = scanned[start..<min(start + Self.batch, scanned.count)].map { file in
        ArticleFileParser.Request(
          path: file.path, file: file.file, known: view.open.files[file.path])
      }
      var done = start
      let outcomes = await files.concurrentMap(
        onEach: {
          done += 1
          progress?(done, scanned.count)
        }, { parser.read($0) })
      for (file, outcome) in zip(files, outcomes) {
        if let reading = reading(of: file, outcome, view, &readings) {
          readings.files.append(reading)
        }
      }
    }
    return readings
  }

  /// The reading of a file that the pass takes into account; nil if it has not changed.
  private func reading(
    of file: ArticleFileParser.Request, _ outcome: ArticleFileParser.Outcome, _ view: MemoryView,
    _ readings: inout Readings
  ) -> FileReading? {
    var reading = FileReading(record: file.record)
    switch outcome {
    case .unchanged: return nil
    case .gone:
      // The next pass reports it.
      readings.filesLost += 1
      return nil
    case .refused(let reason):
      reading.record.problems = ["article is set aside: \(reason)"]
      return reading
    case .read(let contents):
      readings.filesRead += 1
      reading.record.byteCount = contents.byteCount
      reading.record.modified = contents.modified
      reading.record.digest = contents.digest
      reading.hasSameBytes = file.known?.digest == contents.digest
      switch contents.articles {
      case nil: reading.record.problems = file.known?.problems ?? []
      case .failure(let error): reading.record.problems = ["\(error)"]
      case .success(let articles): note(articles, in: &reading, view, &readings)
      }
      return reading
    }
  }

  private func note(
    _ contents: ReadArticles, in reading: inout FileReading, _ view: MemoryView,
    _ readings: inout Readings
  ) {
    let record = reading.record
    reading.record.problems = contents.failures.map { "\($0)" }
    if contents.isWindow { reading.record.isWindow = true }
    reading.withdrawn = Set(contents.withdrawn)
    // The file will be read again, because it says another thing later though nobody changes it.
    if contents.isWaiting { (reading.record.modified, reading.record.digest) = (0, "") }
    reading.failedLines = Set(contents.failures.compactMap(\.line))
    // A pruned article has lost its text on purpose, and its page stays as it is.
    let items = contents.articles.filter { !view.archive.isPruned($0.article.id) }
    if reading.hasSameBytes { reading.renamed = renamed(items, in: record, view.open) }
    let former = Dictionary(
      reading.renamed.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    reading.versions = items.map { item in
      var article = item.article
      place(&article, former: former[article.id], view.open, &readings)
      return ArticleRecord.Version(
        path: record.path, line: item.member, article: article, key: item.key)
    }
  }

  /// Finds articles that get other ids from the same bytes. Each place in the file has one article,
  /// as before, so the former id is found by the place.
  private func renamed(
    _ items: [ArticleInFile], in record: FileRecord, _ state: SyncState
  ) -> [ArticleID: ArticleID] {
    var before: [Int: [ArticleID]] = [:]
    for id in record.articles {
      for version in state.articles[id]?.versions ?? [] where version.path == record.path {
        before[version.line ?? 0, default: []].append(id)
      }
    }
    let after = Dictionary(grouping: items, by: { $0.member ?? 0 })
    let kept = Set(items.map(\.article.id))
    var renamed: [ArticleID: ArticleID] = [:]
    for (place, ids) in before {
      guard let old = ids.first, ids.count == 1, !kept.contains(old),
        let new = after[place]?.first?.article.id, after[place]?.count == 1,
        !record.articles.contains(new)
      else { continue }
      renamed[old] = new
    }
    return renamed
  }

  /// Gives an article that has no date, or one in the future, the date at which it was first seen.
  private func place(
    _ article: inout Article, former: ArticleID?, _ state: SyncState, _ readings: inout Readings
  ) {
    let known = readings.placed[article.id] ?? state.placed[article.id]
    let isStated = article.dateOrigin != .file
    // A date from a clock that was wrong is not kept: a stated date stands, else the time of the
    // file.
    if let date = known?.date ?? former.flatMap({ state.placed[$0]?.date }),
      date >= PassClock.earliest || (!isStated && article.published < PassClock.earliest)
    {
      // The first date is kept for ever, unless the article states an earlier one since.
      if article.dateOrigin == .file || article.published > date {
        article.published = date
        if known == nil {
          readings.placed[article.id] = PlacedDate(article: article.id, date: date)
        }
      }
      return
    }
    let isAhead =
      article.published > clock.now
      && clock.isPlausible { state.files.values.map(\.modified) }
    guard !isStated || isAhead else { return }
    let date = Timestamp.wholeMillisecond(isAhead ? clock.now : article.published)
    article.published = date
    readings.placed[article.id] = PlacedDate(article: article.id, date: date)
  }
}
