/// Names of article files: relative to the first articles directory, absolute in the others.
struct ArticleNames: Sendable {
  /// The articles directories.
  let directories: [String]
  /// The paths of the articles directories.
  let roots: [FilePath]

  init(site: Site, settings: Settings) {
    directories = DirectoryScan.distinct(site.articleRoots(settings))
    roots = directories.map { FilePath(bytes: $0.utf8) }
  }

  /// The name of the file or directory at an absolute path; that of the first articles directory is
  /// empty.
  func name(of path: FilePath) -> FilePath {
    guard let first = roots.first else { return path }
    return path == first ? "" : path.relative(to: first) ?? path
  }

  /// Whether an absolute path is an articles directory, or below one.
  func isBelow(_ path: FilePath) -> Bool {
    roots.contains { path.isWithin($0) }
  }

  /// The name of the directory that holds the file or directory of a name; nil at the top.
  func above(_ name: FilePath) -> FilePath? {
    let text = name.text
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return text.isEmpty ? nil : ""
    }
    return slash == text.startIndex ? nil : FilePath(String(text[..<slash]))
  }

  /// Asks about a name, then about the directory that holds it, and so on upwards; returns the
  /// first answer that is not nil.
  func first<Answer>(
    upwardsFrom name: FilePath, where answer: (FilePath) -> Answer?
  ) -> Answer? {
    var place: FilePath? = name
    while let now = place {
      if let found = answer(now) { return found }
      place = above(now)
    }
    return nil
  }
}
