import NewsModel

/// Finds the article that a person names: by id, by path, by path and line, or by permalink.
struct ArticleResolver {
  private let roots: [String]
  private let view: MemoryView

  init(roots: [String], view: MemoryView) {
    self.roots = roots
    self.view = view
  }

  /// The article of a name; nil if it names none. A file of several articles needs a line,
  /// `PATH:LINE`.
  func article(named name: String) -> ArticleID? {
    let names = [name] + [CanonicalURL.identity(name)].compactMap { $0 }
    for name in names {
      let id = view.open.currentName(of: ArticleID(name))
      if view.article(id) != nil { return id }
    }
    for path in paths(name) {
      if let file = file(path), file.articles.count == 1 { return file.articles.first }
      guard let colon = path.lastIndex(of: ":"),
        let line = Int(path[path.index(after: colon)...]),
        let file = file(String(path[..<colon]))
      else { continue }
      return file.articles.first { id in
        view.article(id)?.versions.contains { $0.path == file.path && $0.line == line } == true
      }
    }
    return nil
  }

  /// The file of this path, or the only one whose name looks the same: "é" may be one character or
  /// two on a disk, and people type only one of them.
  private func file(_ name: String) -> FileRecord? {
    if let exact = view.file(FilePath(name)) { return exact }
    guard !name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    // Texts compare by canonical equivalence, paths by their bytes.
    let alike = view.open.files.values.filter { $0.path.text == name }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The archive documents that may hold an article of this name.
  func archived(_ name: String, in catalogue: ArchiveCatalogue) -> Set<Int> {
    var found = Set(catalogue.documents(of: view.open.currentName(of: ArticleID(name))))
    if let identity = CanonicalURL.identity(name) {
      found.formUnion(catalogue.documents(of: view.open.currentName(of: ArticleID(identity))))
    }
    for path in paths(name) {
      // The line is given behind a colon.
      let whole = path.split(separator: ":").dropLast().joined(separator: ":")
      for path in [path, whole] {
        if let place = catalogue.place(ofPath: FilePath(path)) {
          found.insert(Int(catalogue.files[place].document))
        }
      }
    }
    return found
  }

  /// The paths under which a named file may be remembered.
  ///
  /// A shell completes `articles/x/a.txt` or `site/articles/x/a.txt`, so the end of the articles
  /// directory's path may stand before the path below it.
  private func paths(_ name: String) -> [String] {
    guard let first = roots.first else { return [name] }
    if name.hasPrefix("/") {
      return name.hasPrefix(first + "/") ? [String(name.dropFirst(first.count + 1)), name] : [name]
    }
    var suffix = ""
    var paths = [name]
    for part in first.split(separator: "/").reversed() {
      suffix = part + "/" + suffix
      if name.hasPrefix(suffix) { paths.append(String(name.dropFirst(suffix.count))) }
    }
    return paths
  }
}
