import FoundationEssentials
import NewsModel

/// Turns the contents of files into changes of articles. Pure.
struct IntakeDelta {
  private let state: SyncState
  private let archive: StateArchive
  private let unreadable: [Int: StateError]
  private var delta = ArticleDelta()
  private var versions: ArticleVersions

  /// Begins with nothing changed.
  ///
  /// - Parameters:
  ///   - view: The state, with everything that the readings may belong to taken out of the archive.
  ///   - unreadable: The archive documents that the readings may belong to and that cannot be read,
  ///     by number.
  init(in view: MemoryView, unreadable: [Int: StateError] = [:]) {
    state = view.open
    archive = view.archive
    self.unreadable = unreadable
    versions = ArticleVersions(view.open)
  }

  /// Works out the delta of one pass.
  ///
  /// - Parameters:
  ///   - readings: The contents of new and changed files.
  ///   - missing: The paths of remembered files that are not there any more.
  ///   - problems: The reasons why files could not even be looked at, by path.
  /// - Returns: The changes.
  func delta(
    of readings: ArticleIntake.Readings, missing: [FilePath] = [],
    problems: [FilePath: String] = [:]
  ) -> ArticleDelta {
    var work = self
    work.delta.filesRead = readings.filesRead
    work.delta.records += readings.placed.values.sorted { $0.article < $1.article }
      .map { .placed($0) }
    for reading in readings.files { work.note(reading) }
    for path in problems.keys.sorted() { work.setAside(path, because: problems[path] ?? "") }
    for path in missing { work.remove(path) }
    work.finish(readings)
    return work.delta
  }

  private mutating func note(_ reading: FileReading) {
    var record = reading.record
    if let versions = reading.versions {
      if let error = versions.compactMap({ obstacle(to: $0.article) }).first {
        // Set aside: without the archive document that it may belong to, it would get an entry of
        // its own for ever.
        record.problems = [
          "article is set aside: \(record.path): what it may belong to cannot be read: \(error)"
        ]
        // An impossible time and digest, so that the next pass reads it again.
        (record.modified, record.digest) = (0, "")
      } else {
        record.articles = put(versions, of: reading)
      }
    }
    put(record)
  }

  /// The reason why it is not known which story an article belongs to.
  private func obstacle(to article: Article) -> StateError? {
    guard !unreadable.isEmpty else { return nil }
    return
      (archive.catalogue.documents(of: article.id)
      + archive.documents(near: article, reach: SiteRules.reach))
      .lazy.compactMap { unreadable[$0] }.first
  }

  /// Replaces a file's former articles by those that it holds now.
  ///
  /// - Returns: The articles that it holds.
  private mutating func put(
    _ fresh: [ArticleRecord.Version], of reading: FileReading
  ) -> [ArticleID] {
    let path = reading.record.path
    // A file may hold several versions of one article; they are put together.
    var order: [ArticleID] = []
    var byID: [ArticleID: [ArticleRecord.Version]] = [:]
    for version in fresh {
      if byID[version.article.id] == nil { order.append(version.article.id) }
      byID[version.article.id, default: []].append(version)
    }
    var kept: [ArticleID] = []
    if reading.record.isWindow == true, !reading.withdrawn.isEmpty {
      for id in state.articles(leftBy: path, keys: reading.withdrawn) where byID[id] == nil {
        versions.put([], of: id, from: path)
      }
    }
    for id in reading.record.articles where byID[id] == nil {
      // The item has left the feed's window and was not withdrawn: its version stays.
      if reading.record.isWindow == true { continue }
      let isOnFailedLine = state.articles[id]?.versions.contains {
        $0.path == path && $0.line.map(reading.failedLines.contains) == true
      }
      if isOnFailedLine == true { kept.append(id) } else { versions.put([], of: id, from: path) }
    }
    for id in order {
      versions.put(byID[id] ?? [], of: id, from: path)
      if reading.hasSameBytes { delta.reread.insert(id) } else { delta.reread.remove(id) }
    }
    return order + kept
  }

  private mutating func setAside(_ path: FilePath, because problem: String) {
    var record = state.files[path] ?? FileRecord(path: path, byteCount: 0, modified: 0, digest: "")
    record.problems = [problem]
    // An impossible time and digest, so that it is read as soon as it can be looked at again.
    (record.modified, record.digest) = (0, "")
    put(record)
  }

  private mutating func put(_ record: FileRecord) {
    if record != state.files[record.path] { delta.records.append(.file(record)) }
  }

  private mutating func remove(_ path: FilePath) {
    guard let record = state.files[path] else { return }
    delta.filesGone += 1
    let left = record.isWindow == true ? state.articles(leftBy: path) : []
    for id in record.articles + left { versions.put([], of: id, from: path) }
    delta.records.append(.fileGone(path))
  }

  /// Makes one record for each article that has changed, and lists the kinds of change.
  private mutating func finish(_ readings: ArticleIntake.Readings) {
    for (id, after) in versions.outcomes {
      let before = state.articles[id]
      guard let after else {
        guard let before else { continue }
        delta.gone[id] = before.article
        delta.records.append(.articleGone(id))
        continue
      }
      if after == before { continue }
      delta.records.append(.article(after))
      if before?.article == after.article { continue }
      delta.changed.insert(id)
      if before != nil { delta.revised.insert(id) }
    }
    for reading in readings.files {
      for (old, new) in reading.renamed.sorted(by: { $0.key < $1.key })
      where delta.gone[old] != nil && delta.renamed[old] == nil && versions.isThere(new) {
        delta.renamed[old] = new
        // Its story learns of the change, whether the new id was known before or not.
        if delta.changed.contains(new) { delta.revised.insert(new) }
        // An id that was another article's already keeps its own first name.
        let first = state.articles[new] == nil ? state.firstNames[old] ?? old : nil
        delta.records.append(.renamed(RenamedArticle(from: old, to: new, first: first)))
      }
    }
    delta.reread.formIntersection(delta.changed)
  }
}
