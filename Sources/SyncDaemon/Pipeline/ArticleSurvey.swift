import Articles
import FoundationEssentials
import NewsModel

/// The stage scan: finds the article files that are there, and the remembered ones that are not.
struct ArticleSurvey {
  /// The findings of a scan.
  struct Survey {
    /// The article files, each with the name that newsfold uses for it.
    var files: [(path: FilePath, file: ScannedFile)] = []
    /// The names of remembered files that are not there; `MissingFiles` decides which of them are
    /// withdrawn.
    var missing: [FilePath] = []
    /// Whether the missing files were really absent, and not just being renamed.
    var isCertain = true
    /// Reasons why something that is named like an article cannot be read, by path.
    var problems: [FilePath: String] = [:]
    /// Ignored files, ordered by path; only as many as are listed.
    var ignored: [IgnoredFile] = []
    var ignoredCount = 0
    /// Files that were written a moment ago. They are looked at again, because their writers may
    /// still be at work.
    var unsettled: [FilePath] = []
    /// Messages about articles directories that are not there.
    var outOfReach: [String] = []
    /// Whether only some paths were looked at.
    var isPartial = false
    /// Whether every article file there is was seen.
    var isWhole = true
    /// The number of files that have not changed since they were archived.
    var archivedFiles = 0
    /// The archive documents that remember a file which has changed.
    var archived: Set<Int> = []
    /// The number of files that were not seen, for each archive document that has any.
    var unseenArchived: [Int: Int] = [:]
    /// The file systems of the directories, for the next look; empty if only some paths were looked
    /// at.
    var devices: [FilePath: UInt64] = [:]
    /// Whether a file was seen.
    var isSeen: (FilePath) -> Bool = { _ in false }
    /// Whether a file, if it is remembered, is missing although its directory was looked at.
    var isMissing: (FilePath) -> Bool = { _ in false }
    /// Whether the directory of a missing file is on another file system than before.
    var isElsewhere: (FilePath) -> Bool = { _ in false }
  }

  let site: Site
  let settings: Settings
  /// The time since which a file has to have been left alone, in nanoseconds since 1970; nil takes
  /// every file.
  var settledSince: Int64?
  /// Now, in the same unit. A file's time later than this comes from a clock that was wrong, and
  /// says nothing.
  var now: Int64 = 0
  /// The catalogue of archived files.
  var archive = ArchiveCatalogue()
  /// The file systems that the directories were on.
  var devices: [FilePath: UInt64] = [:]
  /// Called for each file.
  var onFile: () -> Void = {}
  /// Whether to stop; asked at each file and directory.
  var isStopping: () -> Bool = { false }

  /// The notes of a look that goes on.
  private struct Notes {
    let ignoring: IgnoreRules
    var survey = Survey()
    var seen: Set<FilePath> = []
    var ignored: Set<FilePath> = []
    var seenArchived: [Bool] = []
    /// Directories that could not be looked at; their files are kept although they were not seen.
    var kept: Set<FilePath> = []
    var directories: [ScannedDirectory] = []
    /// The file system of each directory, or of the deepest one on the way to an absent path.
    var devices: [FilePath: UInt64] = [:]
    var hasLost = false
  }

  /// Looks at the paths of a request, or at everything.
  ///
  /// - Throws: `PassInterrupted` if the service is told to stop.
  func survey(
    _ request: SyncRequest, known: [FilePath: FileRecord]
  ) throws(PassInterrupted) -> Survey {
    let names = ArticleNames(site: site, settings: settings)
    // Without remembered files there is nothing that a part could be compared with.
    let isPartial = !request.paths.isEmpty && !known.isEmpty && !mayHideArchived(request.paths)
    var notes = Notes(ignoring: IgnoreRules(settings.ignore))
    notes.survey.isPartial = isPartial
    notes.survey.isWhole = !isPartial
    notes.seenArchived = [Bool](repeating: false, count: isPartial ? 0 : archive.files.count)
    if isPartial {
      try look(at: request.paths.filter(names.isBelow), names, known, &notes)
    } else {
      try lookAtAll(names, known, &notes)
    }
    conclude(names, isPartial: isPartial, &notes)
    if isPartial {
      let wanted = request.paths.filter(names.isBelow).map(names.name)
      for path in wanted where !notes.seen.contains(path) {
        if let place = archive.place(ofPath: path) {
          notes.survey.archived.insert(Int(archive.files[place].document))
        }
      }
      let isMissing = notes.survey.isMissing
      let named = Set(wanted)
      notes.survey.isMissing = { isMissing($0) && named.contains($0) }
      notes.survey.missing = remembered(wanted, known).filter(isMissing)
    } else {
      notes.survey.missing = known.keys.filter(notes.survey.isMissing)
      // If a part was hidden, digests alone do not tell which archived files are in it.
      if notes.survey.isWhole {
        for (place, isSeen) in notes.seenArchived.enumerated() where !isSeen {
          notes.survey.unseenArchived[Int(archive.files[place].document), default: 0] += 1
        }
      }
    }
    notes.survey.missing.sort()
    return notes.survey
  }

  private func lookAtAll(
    _ names: ArticleNames, _ known: [FilePath: FileRecord], _ notes: inout Notes
  ) throws(PassInterrupted) {
    let site = site
    let scan = DirectoryScan(roots: names.directories) { site.isOwn($0) }
    // Passed on in a box: the closures of a visitor cannot share an inout parameter.
    let box = Box(notes)
    let visitor = visitor(names, known, box)
    try scan.forEach(visitor)
    let isNeeded = {
      known.keys.contains { !box.value.seen.contains($0) }
        || box.value.seenArchived.contains(false)
    }
    box.value.survey.isCertain = try SecondLook(scan: scan).look(
      after: box.value.directories, hasLost: box.value.hasLost, isNeeded: isNeeded, visitor)
    notes = box.value
  }

  private func look(
    at paths: [FilePath], _ names: ArticleNames, _ known: [FilePath: FileRecord],
    _ notes: inout Notes
  ) throws(PassInterrupted) {
    let site = site
    let box = Box(notes)
    let visitor = visitor(names, known, box)
    for path in paths {
      let device = try DirectoryScan.look(
        at: path, roots: names.directories, isIgnored: { site.isOwn($0) }, visitor)
      if let device { box.value.devices[names.name(of: path)] = device }
    }
    notes = box.value
  }

  private func visitor(
    _ names: ArticleNames, _ known: [FilePath: FileRecord], _ box: Box<Notes>
  ) -> DirectoryScan.Visitor<PassInterrupted> {
    DirectoryScan.Visitor(
      found: { file throws(PassInterrupted) in
        if isStopping() { throw PassInterrupted() }
        note(file, names, known, &box.value)
      },
      finding: { note($0, names, &box.value) },
      entered: { directory throws(PassInterrupted) in
        if isStopping() { throw PassInterrupted() }
        box.value.directories.append(directory)
        box.value.devices[names.name(of: directory.path)] = directory.identity?.device
      },
      lost: { box.value.hasLost = true })
  }

  private func note(
    _ file: ScannedFile, _ names: ArticleNames, _ known: [FilePath: FileRecord],
    _ notes: inout Notes
  ) {
    onFile()
    let path = names.name(of: file.path)
    // A file that an earlier version has read is not ignored by a new default rule.
    let wasRead = known[path]?.articles.isEmpty == false || archive.place(ofPath: path) != nil
    // Only a rule of the site's own ignores such a file: most are, and need not be asked about.
    if !wasRead || !settings.ignore.isEmpty,
      let rule = notes.ignoring.rule(for: file.relativePath.text),
      !wasRead || settings.ignore.contains(rule)
    {
      // A second look meets the same file again.
      guard notes.ignored.insert(path).inserted else { return }
      notes.survey.ignoredCount += 1
      if notes.survey.ignored.count < IgnoredFile.limit {
        notes.survey.ignored.append(IgnoredFile(path: path.text, rule: rule))
      }
      return
    }
    guard notes.seen.insert(path).inserted else { return }
    notes.survey.problems[path] = nil
    if let place = archive.place(ofPath: path) {
      if !notes.seenArchived.isEmpty { notes.seenArchived[place] = true }
      let archived = archive.files[place]
      if known[path] == nil {
        if archived.byteCount == file.byteCount, archived.modified == file.modified {
          notes.survey.archivedFiles += 1
          return
        }
        notes.survey.archived.insert(Int(archived.document))
      }
    }
    if let settledSince, file.modified > settledSince, file.modified <= now,
      known[path]?.modified != file.modified
    {
      notes.survey.unsettled.append(file.path)
    } else {
      notes.survey.files.append((path, file))
    }
  }

  private func note(_ finding: ScanFinding, _ names: ArticleNames, _ notes: inout Notes) {
    let path = names.name(of: finding.path)
    if finding.hidesFiles { notes.survey.isWhole = false }
    if finding.keepsFiles { notes.kept.insert(path) }
    if case .missingRoot = finding {
      notes.survey.outOfReach.append("\(finding.path): \(finding)")
    } else if finding.hidesFiles || notes.ignoring.rule(for: path.text) == nil {
      notes.survey.problems[path] = "article is set aside: \(path): \(finding)"
    }
  }

  /// Makes the closures that answer questions about single files.
  private func conclude(_ names: ArticleNames, isPartial: Bool, _ notes: inout Notes) {
    // Captured by value: the survey owns these closures, so they must not refer to it.
    let (seen, kept, found) = (notes.seen, notes.kept, notes.devices)
    let (problems, before) = (notes.survey.problems, devices)
    notes.survey.isSeen = { seen.contains($0) }
    notes.survey.isMissing = { path in
      !seen.contains(path) && problems[path] == nil
        && names.first(upwardsFrom: path, where: { kept.contains($0) ? true : nil }) == nil
    }
    notes.survey.isElsewhere = { path in
      guard let now = names.first(upwardsFrom: path, where: { found[$0] }),
        let then = names.first(upwardsFrom: path, where: { before[$0] })
      else { return false }
      return now != then
    }
    if isPartial { return }
    // A directory is noted only if it differs from the one above. One that could not be looked at
    // stays as it was.
    var devices = before.filter { place, _ in
      names.first(upwardsFrom: place, where: { kept.contains($0) ? true : nil }) != nil
    }
    for (place, device) in found
    where names.above(place).flatMap({ found[$0] }) != device {
      devices[place] = device
    }
    notes.survey.devices = devices
  }

  /// Whether one of the paths may have been a directory of archived files. Only digests of their
  /// paths are known here, so it cannot be ruled out.
  private func mayHideArchived(_ paths: [FilePath]) -> Bool {
    !archive.files.isEmpty
      && paths.contains { path in
        !ArticleReading.isArticle(path.text) && !FileManager.default.fileExists(atPath: path.text)
      }
  }

  /// The remembered files that some paths name: each itself, or what was below it if it was a
  /// directory.
  ///
  /// - Complexity: O(1) for the path of a remembered file; all other paths together cost one walk
  ///   over everything remembered, because each may have been a directory.
  private func remembered(
    _ paths: [FilePath], _ known: [FilePath: FileRecord]
  ) -> [FilePath] {
    var found = Set(paths.filter { known[$0] != nil })
    let directories = Set(
      paths.filter { known[$0] == nil && !ArticleReading.isArticle($0.text) })
    guard !directories.isEmpty else { return Array(found) }
    for path in known.keys {
      var place = path.text[...]
      while let slash = place.utf8.lastIndex(of: UInt8(ascii: "/")) {
        place = place[..<slash]
        if directories.contains(FilePath(String(place))) {
          found.insert(path)
          break
        }
      }
    }
    return Array(found)
  }

  /// Holds a value that several closures change.
  private final class Box<Value> {
    var value: Value

    init(_ value: Value) { self.value = value }
  }
}
