import Compression
import Feeds
import Synchronization

/// The documents that are served: those in memory, those on disk, and the pages that are retired.
///
/// A publication replaces all of its documents under one lock, so that a request sees all of it or
/// nothing.
final class ServedSite: Sendable {
  /// The result of looking a path up.
  enum Found {
    case document(ServedDocument)
    /// A merged story's page: the absolute address of the surviving one.
    case redirect(String)
    /// Not in memory. Pass `generation` on when the file is read from disk.
    case unread(isGone: Bool, generation: UInt64)
  }

  private struct Contents {
    /// Feeds, front pages and their files, which are always in memory.
    var pinned: [String: ServedDocument] = [:]
    var pages: PageCache
    var retired: RetiredPaths
    /// The pages of the last publication, which may not be on the disk yet.
    var unwritten: [String: FeedDocument] = [:]
    /// The paths that it removes, which may still be on the disk.
    var removed: Set<String> = []
    /// The number of publications so far. A file that was read before one of them may be outdated.
    var generation: UInt64 = 0
    var deltas: DeltaHistories
  }

  private let contents: Mutex<Contents>
  private let directory: SiteDirectory
  private let policy: HeaderPolicy
  private let clock: @Sendable () -> Int64
  private let largestDocument: Int

  init(
    directory: SiteDirectory, policy: HeaderPolicy, retired: RetiredPaths, deltas: DeltaHistories,
    cacheByteCount: Int, largestDocument: Int, clock: @escaping @Sendable () -> Int64
  ) {
    self.directory = directory
    self.policy = policy
    self.clock = clock
    self.largestDocument = largestDocument
    contents = Mutex(
      Contents(pages: PageCache(limit: cacheByteCount), retired: retired, deltas: deltas))
  }

  /// Looks a document up in memory.
  func find(_ path: String) -> Found {
    contents.withLock { contents in
      if let url = contents.retired.redirects[path]
        ?? contents.retired.redirects[path + "/index.html"]
      {
        return .redirect(url)
      }
      let isGone =
        contents.retired.gone.contains(path) || contents.retired.gone.contains(path + "/index.html")
      if !isGone {
        if let document = contents.pinned[path] { return .document(document) }
        if let document = contents.pages.document(at: path) { return .document(document) }
      }
      return .unread(isGone: isGone, generation: contents.generation)
    }
  }

  /// Reads a document from disk, if it is not one of the last publication, and keeps it if nothing
  /// was published meanwhile.
  ///
  /// Blocks.
  func read(_ path: String, generation: UInt64) throws(FeedServerError) -> DiskDocument {
    let (fresh, isRemoved) = contents.withLock {
      ($0.unwritten[path], $0.removed.contains(path))
    }
    if isRemoved { return .missing }
    if let fresh {
      let document = served(fresh)
      keep(document, generation: generation)
      return .document(document)
    }
    switch try directory.read(path, limit: largestDocument) {
    case .missing: return .missing
    case .directory: return .directory
    case .file(let bytes, let modified):
      let document = served(SiteDirectory.document(path, bytes, modified))
      keep(document, generation: generation)
      return .document(document)
    }
  }

  private func keep(_ document: ServedDocument, generation: UInt64) {
    contents.withLock { contents in
      if contents.generation == generation { contents.pages.insert(document) }
    }
  }

  /// Loads the feeds and front pages from disk, and records them as versions that a delta can start
  /// from.
  ///
  /// It blocks.
  ///
  /// - Returns: The number of documents.
  func load() throws(FeedServerError) -> Int {
    let loaded = try directory.hotDocuments(limit: largestDocument).map(served)
    contents.withLock { contents in
      for document in loaded where contents.pinned[document.path] == nil {
        contents.pinned[document.path] = document
        contents.deltas.record(document)
      }
    }
    return loaded.count
  }

  /// Makes the documents of a publication visible, all at once.
  func publish(_ publication: Publication) {
    let fresh = publication.documents.filter { SiteDirectory.isHot($0.path) }.map(served)
    let pages = publication.documents.filter { !SiteDirectory.isHot($0.path) }.map { ($0.path, $0) }
    contents.withLock { contents in
      contents.generation += 1
      // The publication before is on the disk by now.
      contents.unwritten = Dictionary(pages, uniquingKeysWith: { $1 })
      contents.removed = Set(publication.removed)
      for document in publication.documents { contents.pages.remove(document.path) }
      for path in publication.removed {
        contents.pages.remove(path)
        contents.pinned[path] = nil
        contents.deltas.forget(path)
      }
      for document in fresh {
        contents.pinned[document.path] = document
        contents.deltas.record(document)
      }
      contents.retired.note(publication)
      for path in publication.redirects.map(\.path) + publication.gone {
        contents.pages.remove(path)
      }
    }
  }

  /// The entries of a feed that changed since an instance of it, if that instance is remembered.
  func delta(of document: ServedDocument, since tags: EntityTagList) -> FeedDelta? {
    contents.withLock { $0.deltas.delta(of: document, since: tags) }
  }

  /// The versions that a delta can start from, to be stored for a restart.
  var deltas: DeltaHistories { contents.withLock { $0.deltas } }

  /// The number of documents in memory.
  var documentCount: Int { contents.withLock { $0.pinned.count + $0.pages.count } }

  private func served(_ document: FeedDocument) -> ServedDocument {
    let coded =
      document.gzip ?? coded(document.path, document.bytes, mediaType: document.mediaType)
    return ServedDocument(document, gzip: coded, policy: policy, now: clock())
  }

  /// The gzip file beside a document if it was made from the same bytes, else bytes compressed
  /// here.
  ///
  /// Usually there is a file, so that it is compressed only once.
  private func coded(_ path: String, _ bytes: [UInt8], mediaType: String) -> [UInt8]? {
    guard MediaType.isText(mediaType) else { return nil }
    // Silence is right: a file that cannot be read counts as none.
    if case .file(let member, _) = try? directory.read(path + ".gz", limit: largestDocument),
      Gzip.isMember(member, of: bytes)
    {
      return member
    }
    return Gzip.compressed(bytes)
  }
}

/// The result of reading a path from disk.
enum DiskDocument: Sendable {
  case document(ServedDocument)
  /// A directory with a page of its own, asked for without its slash.
  case directory
  case missing
}
