import Articles
import FoundationEssentials
import NewsModel

/// The stage scan: which article files are there, and which remembered ones are not.
struct ArticleSurvey {
  /// The finds of a scan.
  struct Survey {
    /// The article files, with the path that newsfold names each by.
    var files: [(path: String, file: ScannedFile)] = []
    /// The paths of remembered files that are gone.
    var missing: [String] = []
    /// The paths that are named like articles and cannot be read, with the reason.
    var problems: [String: String] = [:]
    /// Files that were written a moment ago, to be looked at again: their writers may be at work.
    var unsettled: [String] = []
    /// Articles directories that are not there, and what to do.
    var outOfReach: [String] = []
    /// Whether every article file there is was seen.
    var isWhole = true
    /// The number of files that are as they were when they were archived.
    var archivedFiles = 0
    /// The archive documents that remember a file which has changed or may be gone.
    var archived: Set<Int> = []
    /// Whether a file that such a document turns out to remember is gone.
    var isMissing: (String) -> Bool = { _ in false }
  }

  let site: Site
  let settings: Settings
  /// The time since which a file has to have been left alone, in nanoseconds since 1970; nil takes every file.
  var settledSince: Int64?
  /// Now, in the same measure: a later time is the trace of a clock that was wrong, and says nothing.
  var now: Int64 = 0
  /// The files that are archived.
  var archive = ArchiveCatalogue()
  /// Called at each file.
  var onFile: () -> Void = {}

  /// Looks at what a request asks for.
  func survey(_ request: SyncRequest, known: [String: FileRecord]) -> Survey {
    let roots = site.articleRoots(settings)
    // Without anything remembered there is nothing that a part could be compared with.
    let isPartial = !request.paths.isEmpty && !known.isEmpty && !mayHideArchived(request.paths)
    let wanted = isPartial ? request.paths.filter { isBelow($0, roots) } : roots
    var survey = Survey()
    survey.isWhole = !isPartial
    var seen: Set<String> = []
    var hidden: [String] = []
    let site = site
    var seenArchived = [Bool](repeating: false, count: isPartial ? 0 : archive.files.count)
    let found: (ScannedFile) -> Void = { file in
      onFile()
      guard ArticleReading.isArticle(file.relativePath) else { return }
      let path = name(of: file.path, roots)
      guard seen.insert(path).inserted else { return }
      if let place = archive.place(ofPath: path) {
        if !isPartial { seenArchived[place] = true }
        let archived = archive.files[place]
        if known[path] == nil {
          if archived.byteCount == file.byteCount, archived.modified == file.modified {
            survey.archivedFiles += 1
            return
          }
          survey.archived.insert(Int(archived.document))
        }
      }
      if let settledSince, file.modified > settledSince, file.modified <= now,
        known[path]?.modified != file.modified
      {
        survey.unsettled.append(file.path)
      } else {
        survey.files.append((path, file))
      }
    }
    let finding: (ScanFinding) -> Void = { finding in
      let path = name(of: finding.path, roots)
      if finding.hidesFiles {
        survey.isWhole = false
        hidden.append(path)
      }
      if case .missingRoot = finding {
        survey.outOfReach.append("\(finding.path): \(finding)")
      } else if finding.hidesFiles || ArticleReading.isArticle(path) {
        survey.problems[path] = "article is set aside: \(path): \(finding)"
      }
    }
    if isPartial {
      for path in wanted {
        DirectoryScan.look(
          at: path, roots: roots, isIgnored: { site.isOwn($0) }, found, finding: finding)
      }
    } else {
      DirectoryScan(roots: roots) { site.isOwn($0) }.forEach(found, finding: finding)
    }
    // By value: the survey keeps this closure, and must not be kept by it.
    let isMissing: (String) -> Bool = { [seen, hidden, problems = survey.problems] path in
      !seen.contains(path) && problems[path] == nil
        && !hidden.contains { isWithin(path, $0, roots) }
    }
    survey.isMissing = isMissing
    if isPartial {
      for path in wanted.map({ name(of: $0, roots) }) where !seen.contains(path) {
        if let place = archive.place(ofPath: path) {
          survey.archived.insert(Int(archive.files[place].document))
        }
      }
      let named = Set(wanted.map { name(of: $0, roots) })
      survey.isMissing = { isMissing($0) && named.contains($0) }
      survey.missing = remembered(wanted.map { name(of: $0, roots) }, known).filter(isMissing)
    } else {
      survey.missing = known.keys.filter(isMissing)
      // Where a part is hidden, nobody can tell by digests alone which files are in it.
      if survey.isWhole {
        for (place, isSeen) in seenArchived.enumerated() where !isSeen {
          survey.archived.insert(Int(archive.files[place].document))
        }
      }
    }
    survey.missing.sort()
    return survey
  }

  /// Whether one of some paths may have been a directory of archived files, of which only digests are known here.
  private func mayHideArchived(_ paths: [String]) -> Bool {
    !archive.files.isEmpty
      && paths.contains { path in
        !ArticleReading.isArticle(path) && !FileManager.default.fileExists(atPath: path)
      }
  }

  /// The remembered files that some paths name: each itself, or what was below it if it was a directory.
  ///
  /// - Complexity: O(1) for the path of a remembered file; what is named like no article may have been a directory,
  ///   and costs one walk over all that is remembered, for all such paths together.
  private func remembered(_ paths: [String], _ known: [String: FileRecord]) -> [String] {
    var found = Set(paths.filter { known[$0] != nil })
    let directories = Set(paths.filter { known[$0] == nil && !ArticleReading.isArticle($0) })
    guard !directories.isEmpty else { return Array(found) }
    for path in known.keys {
      var place = path[...]
      while let slash = place.lastIndex(of: "/") {
        place = place[..<slash]
        if directories.contains(String(place)) {
          found.insert(path)
          break
        }
      }
    }
    return Array(found)
  }

  /// The path that newsfold names a file by: relative to the first articles directory, else absolute.
  private func name(of path: String, _ roots: [String]) -> String {
    guard let first = roots.first, path.hasPrefix(first + "/") else { return path }
    return String(path.dropFirst(first.count + 1))
  }

  private func isBelow(_ path: String, _ roots: [String]) -> Bool {
    roots.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Whether a remembered file lies in or below a place that could not be looked at.
  private func isWithin(_ path: String, _ place: String, _ roots: [String]) -> Bool {
    // The first root is named by itself, the files in it by what follows.
    if place == roots.first { return !path.hasPrefix("/") }
    return path == place || path.hasPrefix(place + "/")
  }
}
