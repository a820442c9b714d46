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

  /// Reads files as a scan found them.
  ///
  /// - Parameters:
  ///   - scanned: The files that are there, of those looked at.
  ///   - view: What is remembered.
  ///   - progress: Called with the number of files done, and of all.
  /// - Returns: The contents of those files that are new or changed.
  func read(
    _ scanned: [(path: FilePath, file: ScannedFile)], in view: MemoryView,
    progress: ((Int, Int) -> Void)? = nil
  ) -> Readings {
    var readings = Readings()
    for (number, file) in scanned.enumerated() {
      if isStopping() { return readings }
      if let reading = read(file.file, named: file.path, view, &readings) {
        readings.files.append(reading)
      }
      progress?(number + 1, scanned.count)
    }
    return readings
  }

  /// Reads one file; nil if it has not changed.
  private func read(
    _ file: ScannedFile, named path: FilePath, _ view: MemoryView, _ readings: inout Readings
  ) -> FileReading? {
    let known = view.open.files[path]
    if !isFull, let known, known.byteCount == file.byteCount, known.modified == file.modified {
      return nil
    }
    var reading = FileReading(
      record: FileRecord(
        path: path, byteCount: file.byteCount, modified: file.modified, digest: "",
        articles: known?.articles ?? []))
    reading.record.isWindow = known?.isWindow
    let bytes: [UInt8]
    do throws(ArticleFileError) {
      guard let contents = try reader.read(file) else {
        // Gone since the scan; the next pass reports it.
        readings.filesLost += 1
        return nil
      }
      bytes = contents.bytes
      // The size and time at the moment of reading: the file may have been written to after the
      // scan.
      reading.record.byteCount = contents.byteCount
      reading.record.modified = contents.modified
    } catch .interrupted {
      return nil
    } catch {
      reading.record.problems = ["article is set aside: \(error)"]
      return reading
    }
    readings.filesRead += 1
    reading.record.digest = ContentDigest(bytes).hex(digits: 32)
    if let known, known.digest == reading.record.digest {
      reading.hasSameBytes = true
      if !isFull {
        reading.record.problems = known.problems
        return reading
      }
    }
    parse(bytes, into: &reading, view, &readings)
    return reading
  }

  private func parse(
    _ bytes: [UInt8], into reading: inout FileReading, _ view: MemoryView,
    _ readings: inout Readings
  ) {
    let record = reading.record
    let modified = Date(timeIntervalSince1970: Double(record.modified / 1_000_000) / 1000)
    let contents: ReadArticles
    do {
      contents = try ArticleReading(byteLimit: reader.largestFile).read(
        articleFile(record.path, bytes: bytes, modified: modified))
    } catch {
      reading.record.problems = ["\(error)"]
      return
    }
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
    _ items: [ReadArticle], in record: FileRecord, _ state: SyncState
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

  private func articleFile(_ path: FilePath, bytes: [UInt8], modified: Date) -> ArticleFile {
    var file = ArticleFile(path: path.text, bytes: bytes, modified: modified, now: clock.now)
    file.folder = folders.hints(for: path.text)
    return file
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
