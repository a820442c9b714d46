import Articles
import NewsModel

/// The stage scan: which article files are there, and which remembered ones are not.
struct ArticleSurvey {
  /// What a scan found.
  struct Survey {
    /// The article files, with the path that newsfold names each by.
    var files: [(path: String, file: ScannedFile)] = []
    /// The paths of remembered files that are gone.
    var missing: [String] = []
    /// What is named like an article and cannot be read, by path.
    var problems: [String: String] = [:]
    /// What else a person should know.
    var notes: [String] = []
    /// Whether every article file there is was seen.
    var isWhole = true
  }

  let site: Site
  let settings: Settings

  /// Looks at what a request asks for.
  func survey(_ request: SyncRequest, known: [String: FileRecord]) -> Survey {
    let roots = site.articleRoots(settings)
    // Without anything remembered there is nothing that a part could be compared with.
    let isPartial = !request.paths.isEmpty && !known.isEmpty
    let wanted = isPartial ? request.paths.filter { isBelow($0, roots) } : roots
    var survey = Survey()
    survey.isWhole = !isPartial
    var seen: Set<String> = []
    var hidden: [String] = []
    let site = site
    let found: (ScannedFile) -> Void = { file in
      guard ArticleReading.isArticle(file.relativePath) else { return }
      let path = name(of: file.path, roots)
      if seen.insert(path).inserted { survey.files.append((path, file)) }
    }
    let finding: (ScanFinding) -> Void = { finding in
      let path = name(of: finding.path, roots)
      if finding.hidesFiles {
        survey.isWhole = false
        hidden.append(path)
      }
      if case .missingRoot = finding {
        survey.notes.append("\(finding.path): \(finding)")
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
    let scope = wanted.map { name(of: $0, roots) }
    survey.missing = known.keys.filter { path in
      !seen.contains(path) && survey.problems[path] == nil
        && !hidden.contains { isWithin(path, $0, roots) }
        && (!isPartial || scope.contains { path == $0 || path.hasPrefix($0 + "/") })
    }.sorted()
    return survey
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
