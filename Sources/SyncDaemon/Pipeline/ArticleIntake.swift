import Articles
import FoundationEssentials
import NewsModel

/// The stages read and skip: files become articles in state, and what changed by that.
///
/// An unreadable file, or an unreadable line of one, is set aside with its reason; the articles that it held before
/// stay (DESIGN.md, the pipeline).
struct ArticleIntake {
  /// What files did to articles.
  struct Outcome {
    var records: [StateRecord] = []
    /// Articles that are new or whose current version is another one, with that version.
    var changed: Set<ArticleID> = []
    /// Those of them that were remembered before, so that something about them is another now.
    var revised: Set<ArticleID> = []
    /// Articles that are gone, with the version that they last had.
    var gone: [ArticleID: Article] = [:]
    /// Articles that were taken out of the archive, because something that was read may belong to them.
    var awake: [ArticleID] = []
    /// The archive documents that are what was written, of those that hold what something read may belong to.
    var sound: Set<Int> = []
    var filesRead = 0
    var filesGone = 0
  }

  let files: any DurableFiles
  let largestFile: Int
  let now: Date
  let isFull: Bool
  /// Whether to take no more; what was taken is of no use then.
  var isStopping: () -> Bool = { false }

  /// Takes files as a scan found them.
  ///
  /// - Parameters:
  ///   - scanned: The files that are there, of those looked at.
  ///   - missing: The paths of remembered files that are not there any more.
  ///   - problems: What could not even be looked at, by path.
  ///   - state: What is remembered; changed in place.
  ///   - archive: What is archived; documents that matter again are taken out of it.
  ///   - progress: Told how many files have been looked at, of how many.
  /// - Returns: What was read, what has gone, and what was set aside.
  func take(
    _ scanned: [(path: String, file: ScannedFile)], missing: [String], problems: [String: String],
    state: inout SyncState, archive: inout StateArchive, progress: ((Int, Int) -> Void)?
  ) -> Outcome {
    var outcome = Outcome()
    for (number, file) in scanned.enumerated() {
      if isStopping() { return outcome }
      read(file.file, named: file.path, state: &state, archive: &archive, outcome: &outcome)
      progress?(number + 1, scanned.count)
    }
    for path in problems.keys.sorted() {
      var record =
        state.files[path] ?? FileRecord(path: path, byteCount: 0, modified: 0, digest: "")
      record.problems = [problems[path] ?? ""]
      // Whatever its size, time and bytes are when it can be looked at again, it is read then.
      (record.modified, record.digest) = (0, "")
      if record != state.files[path] { put(.file(record), state: &state, outcome: &outcome) }
    }
    for path in missing {
      guard let record = state.files[path] else { continue }
      outcome.filesGone += 1
      for id in record.articles {
        drop(id, from: path, keeping: nil, state: &state, outcome: &outcome)
      }
      put(.fileGone(path), state: &state, outcome: &outcome)
    }
    return outcome
  }

  private func read(
    _ file: ScannedFile, named path: String, state: inout SyncState,
    archive: inout StateArchive, outcome: inout Outcome
  ) {
    let known = state.files[path]
    if !isFull, let known, known.byteCount == file.byteCount, known.modified == file.modified {
      return
    }
    var record = FileRecord(
      path: path, byteCount: file.byteCount, modified: file.modified, digest: "",
      articles: known?.articles ?? [])
    defer {
      if record != known { put(.file(record), state: &state, outcome: &outcome) }
    }
    guard file.byteCount <= Int64(largestFile) else {
      record.problems = [
        "article is set aside: \(path): it has \(file.byteCount) bytes, more than "
          + "largest_file allows (\(largestFile)). Split it, or raise largest_file."
      ]
      return
    }
    let bytes: [UInt8]
    do {
      guard let contents = try files.read(file.path) else {
        // Gone since the scan; the next pass says so.
        if let known { record = known }
        return
      }
      bytes = contents
    } catch {
      record.problems = ["article is set aside: \(error)"]
      return
    }
    outcome.filesRead += 1
    record.digest = ContentDigest(bytes).hex(digits: 32)
    if !isFull, let known, known.digest == record.digest {
      record.problems = known.problems
      return
    }
    parse(bytes, into: &record, state: &state, archive: &archive, outcome: &outcome)
  }

  private func parse(
    _ bytes: [UInt8], into record: inout FileRecord, state: inout SyncState,
    archive: inout StateArchive, outcome: inout Outcome
  ) {
    let path = record.path
    let modified = Date(timeIntervalSince1970: Double(record.modified / 1_000_000) / 1000)
    let contents: ReadArticles
    do {
      contents = try ArticleReading(byteLimit: largestFile).read(
        ArticleFile(path: path, bytes: bytes, modified: modified))
    } catch {
      record.problems = ["\(error)"]
      return
    }
    record.problems = contents.failures.map { "\($0)" }
    let failedLines = Set(contents.failures.compactMap(\.line))
    var kept: [ArticleID] = []
    var versions: [(ArticleID, ArticleRecord.Version)] = []
    for item in contents.articles {
      var article = item.article
      // Its text was dropped on purpose, and its page stays as it is.
      if archive.isPruned(article.id) { continue }
      place(&article, state: &state, outcome: &outcome)
      do {
        for number in archive.catalogue.documents(of: article.id) {
          guard let document = archive.records[number] else { continue }
          let woken = try archive.wake(document, into: &state)
          outcome.records += woken.records
          outcome.awake += woken.articles
        }
        // It would get an entry of its own for ever if what it belongs to could not be read when it is asked for.
        for number in archive.documents(near: article, reach: Pipeline.reach)
        where !outcome.sound.contains(number) {
          try archive.verify(number)
          outcome.sound.insert(number)
        }
      } catch {
        record.problems = [
          "article is set aside: \(path): what it may belong to cannot be read: \(error)"
        ]
        // Whatever its size, time and bytes are, it is read again.
        (record.modified, record.digest) = (0, "")
        return
      }
      versions.append(
        (article.id, .init(path: path, line: item.member, article: article)))
    }
    let found = Set(versions.map(\.0))
    for id in record.articles where !found.contains(id) {
      let isOnFailedLine = state.articles[id]?.versions.contains {
        $0.path == path && $0.line.map(failedLines.contains) == true
      }
      if isOnFailedLine == true {
        kept.append(id)
      } else {
        drop(id, from: path, keeping: nil, state: &state, outcome: &outcome)
      }
    }
    // One file may hold several versions of one article; they are taken together.
    var order: [ArticleID] = []
    var byID: [ArticleID: [ArticleRecord.Version]] = [:]
    for (id, version) in versions {
      if byID[id] == nil { order.append(id) }
      byID[id, default: []].append(version)
    }
    for id in order {
      drop(id, from: path, keeping: byID[id], state: &state, outcome: &outcome)
    }
    record.articles = order + kept
  }

  /// Replaces a file's versions of an article by others, or by none.
  private func drop(
    _ id: ArticleID, from path: String, keeping versions: [ArticleRecord.Version]?,
    state: inout SyncState, outcome: inout Outcome
  ) {
    let before = state.articles[id]
    let others = (before?.versions ?? []).filter { $0.path != path }
    let all = (others + (versions ?? [])).sorted {
      ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0)
    }
    guard !all.isEmpty else {
      guard let before else { return }
      outcome.changed.remove(id)
      outcome.gone[id] = before.article
      put(.articleGone(id), state: &state, outcome: &outcome)
      return
    }
    let after = ArticleRecord(id: id, versions: all)
    if after == before { return }
    put(.article(after), state: &state, outcome: &outcome)
    outcome.gone[id] = nil
    if before?.article != after.article {
      outcome.changed.insert(id)
      if before != nil { outcome.revised.insert(id) }
    }
  }

  /// Gives an article that has no date, or one in the future, the date at which it was first seen.
  private func place(_ article: inout Article, state: inout SyncState, outcome: inout Outcome) {
    if let known = state.placed[article.id] {
      // Kept for ever (DESIGN.md, "Ids and dates"), but for an earlier date that the article states since.
      if article.dateOrigin == .file || article.published > known.date {
        article.published = known.date
      }
      return
    }
    guard article.dateOrigin == .file || article.published > now else { return }
    let date = Timestamp.wholeMillisecond(min(article.published, now))
    article.published = date
    put(.placed(PlacedDate(article: article.id, date: date)), state: &state, outcome: &outcome)
  }

  private func put(_ record: StateRecord, state: inout SyncState, outcome: inout Outcome) {
    state.apply(record)
    outcome.records.append(record)
  }
}
