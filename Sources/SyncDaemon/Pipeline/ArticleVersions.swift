import NewsModel

/// The versions of the articles that one pass touches, by the files that hold them.
///
/// Each article becomes one record at the end, however many files hold a version of it. So a pass
/// over *n* files of one article takes O(*n*), not O(*n*²).
struct ArticleVersions {
  private let state: SyncState
  private var versions: [ArticleID: [FilePath: [ArticleRecord.Version]]] = [:]

  init(_ state: SyncState) { self.state = state }

  /// Replaces a file's versions of an article by others, or by none.
  mutating func put(_ fresh: [ArticleRecord.Version], of id: ArticleID, from path: FilePath) {
    if versions[id] == nil {
      versions[id] = Dictionary(grouping: state.articles[id]?.versions ?? [], by: \.path)
    }
    versions[id]?[path] = fresh.isEmpty ? nil : fresh
  }

  /// Whether some file holds a version of an article.
  func isThere(_ id: ArticleID) -> Bool {
    versions[id].map { !$0.isEmpty } ?? (state.articles[id] != nil)
  }

  /// The record of each article that was touched, in order of id; nil stands for one that no file
  /// holds any more.
  var outcomes: [(id: ArticleID, record: ArticleRecord?)] {
    versions.sorted { $0.key < $1.key }.map { id, byPath in
      let all = byPath.values.joined().sorted { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
      return (id, all.isEmpty ? nil : ArticleRecord(id: id, versions: all))
    }
  }
}
