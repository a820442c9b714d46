import Algorithms
import NewsModel

/// An index of the archive: the documents that hold a file, an article, an id or a slug.
///
/// Digests in sorted arrays: 32 bytes a file and 16 an article, story and slug, so that a million
/// archived articles cost some 70 MB and no JSON is read at the start. Two names with the same
/// 64-bit digest only cause a document to be opened for nothing.
struct ArchiveCatalogue: Hashable, Sendable {
  /// A file as it was when it was archived.
  struct File: Hashable, Sendable {
    var path: UInt64
    var byteCount: Int64
    var modified: Int64
    var document: Int64
  }

  /// An article, an entry id or a slug.
  struct Name: Hashable, Sendable {
    var key: UInt64
    var document: Int64
  }

  /// The files, ordered by the digest of the path.
  private(set) var files: [File] = []
  /// The names, ordered by digest.
  private(set) var names: [Name] = []

  init() {}

  /// Makes the catalogue of one document.
  init(of records: [StateRecord], document: Int) {
    let document = Int64(document)
    for record in records {
      switch record {
      case .file(let file):
        files.append(
          File(
            path: Self.key(file.path), byteCount: file.byteCount, modified: file.modified,
            document: document))
      case .article(let article):
        names.append(Name(key: Self.key(article.id), document: document))
      case .story(let story):
        names.append(Name(key: Self.key(story.id), document: document))
        names.append(Name(key: Self.key(slug: story.slug), document: document))
      default: break
      }
    }
    sort()
  }

  /// Makes a catalogue from the lists of an index file.
  init(files: [File], names: [Name]) {
    self.files = files
    self.names = names
  }

  /// Adds the catalogues of other documents.
  ///
  /// - Complexity: O(*n* log *n*) in the size of the result.
  mutating func add(_ others: [ArchiveCatalogue]) {
    for other in others {
      files += other.files
      names += other.names
    }
    sort()
  }

  /// Removes a document.
  mutating func remove(_ document: Int) {
    files.removeAll { $0.document == Int64(document) }
    names.removeAll { $0.document == Int64(document) }
  }

  /// The place in `files` of a path; nil if no document remembers it.
  func place(ofPath path: FilePath) -> Int? {
    guard !files.isEmpty else { return nil }
    let key = Self.key(path)
    let place = files.partitioningIndex { $0.path >= key }
    return place < files.count && files[place].path == key ? place : nil
  }

  /// The documents that remember an article.
  func documents(of article: ArticleID) -> [Int] { documents(Self.key(article)) }

  /// The documents that remember a story.
  func documents(of story: EntryID) -> [Int] { documents(Self.key(story)) }

  /// The documents that remember a slug.
  func documents(ofSlug slug: String) -> [Int] { documents(Self.key(slug: slug)) }

  private func documents(_ key: UInt64) -> [Int] {
    guard !names.isEmpty else { return [] }
    let start = names.partitioningIndex { $0.key >= key }
    return names[start...].prefix { $0.key == key }.map { Int($0.document) }
  }

  private mutating func sort() {
    files.sort { ($0.path, $0.document) < ($1.path, $1.document) }
    names.sort { ($0.key, $0.document) < ($1.key, $1.document) }
  }

  // A letter before each name tells an article from a story with the same text.
  private static func key(_ path: FilePath) -> UInt64 { ContentDigest("f" + path.text).prefix64 }
  private static func key(_ article: ArticleID) -> UInt64 {
    ContentDigest("a" + article.rawValue).prefix64
  }
  private static func key(_ story: EntryID) -> UInt64 {
    ContentDigest("s" + story.rawValue).prefix64
  }
  private static func key(slug: String) -> UInt64 { ContentDigest("p" + slug).prefix64 }
}
