import Dispatch
import Feeds
import FoundationEssentials
import Logging
import NewsModel

extension BucketMirror {
  /// Compares the bucket with `public/`, uploads what differs and removes what is too much.
  ///
  /// The feeds are read first and uploaded last: whatever they link to was in `public/` by then.
  func look() async throws {
    logger.info("looking at a bucket", metadata: ["stage": "bucket", "bucket": "\(name)"])
    // What waits is in `public/` already. What comes from now on may be newer than what is read
    // here, and follows.
    queue.clear()
    needsLook = false
    do {
      try await compare()
    } catch {
      needsLook = true
      underWay = 0
      throw error
    }
    underWay = 0
  }

  private func compare() async throws {
    let version = ObjectVersion(epoch: 0, sequence: sequence)
    let (directory, hot) = (directory, try await reading { try $0.hotDocuments() })
    var listed = try await listed()
    if listed.isEmpty { startsEmpty() }
    let paths = try await reading { try $0.paths() }
    let cold = paths.filter { !DocumentRank(path: $0).isHot }
    let kept = Set(paths).union(hot.map(\.path))
    underWay = cold.count + hot.count

    for rank in DocumentRank.allCases where !rank.isHot {
      let documents = cold.filter { DocumentRank(path: $0) == rank }
        .map { (path: $0, object: listed.removeValue(forKey: $0)) }
      try await inParallel(documents) { mirror, item in
        // A page that is gone by now is removed with its publication.
        guard let bytes = try await mirror.reading({ try $0.read(item.path) }) else { return }
        try await mirror.even(
          PublicDirectory.document(item.path, bytes), version, with: item.object)
      }
    }
    // A feed that has changed since may no longer link to a page that is gone by now. Its new
    // form is on its way here with the rest of its publication.
    let current = Set(try await reading { try $0.hotDocuments() })
    let steady = hot.filter { current.contains($0) }
    if steady.count < hot.count || current.count > hot.count { isOvertaken = true }
    for rank in DocumentRank.allCases where rank.isHot {
      let documents = steady.filter { DocumentRank(path: $0.path) == rank }
        .map { (document: $0, object: listed.removeValue(forKey: $0.path)) }
      try await inParallel(documents) { mirror, item in
        try await mirror.even(item.document, version, with: item.object)
      }
    }
    tell(steady.filter { DocumentRank(path: $0.path) == .feed })
    // Nothing that an older feed links to is removed before its successor is there.
    if queue.count > 0 { isOvertaken = true }
    if isOvertaken { return }
    try await removeSurplus(listed.filter { !kept.contains($0.key) }, directory)
  }

  /// Uploads a document unless the bucket has it.
  private func even(
    _ document: FeedDocument, _ version: ObjectVersion, with object: StoredObject?
  ) async throws {
    // The queue has what is at least as new.
    if queue.holds(document.path) { return }
    let presence = object.map { $0.tag.map(ObjectPresence.tagged) } ?? .absent
    if let object, !hasOtherConduct, try await isSame(document, object) {
      if DocumentRank(path: document.path).isHot { remember(presence, at: document.path) }
      return
    }
    try await store(document, version, over: presence)
  }

  /// Whether an object has the bytes of a document.
  private func isSame(_ document: FeedDocument, _ object: StoredObject) async throws -> Bool {
    if let size = object.size, size != document.bytes.count { return false }
    if object.tag?.filter({ $0 != "\"" }) == MD5Digest(document.bytes).hex { return true }
    // The tag of an object that the server encrypts, or took in parts, is no digest of its bytes.
    guard state.keepsMetadata == true else { return false }
    let key = key(document.path)
    let found = try await insist { [client] () async throws(BucketError) in
      try await client.head(key)
    }
    return found?.digest == ContentDigest(document.bytes).hex
  }

  /// Removes objects that `public/` does not have. Those that newsfold did not write stay.
  private func removeSurplus(
    _ surplus: [String: StoredObject], _ directory: PublicDirectory
  ) async throws {
    underWay = surplus.count
    state.foreign = 0
    var foreign: [String] = []
    for path in surplus.keys.sorted() {
      // It may have been published while the others were looked at.
      if queue.holds(path) { continue }
      if try await reading({ try $0.read(path) }) != nil { continue }
      let key = key(path)
      if state.keepsMetadata == true {
        let found = try await insist { [client] () async throws(BucketError) in
          try await client.head(key)
        }
        if let found, found.digest == nil {
          foreign.append(path)
          continue
        }
      }
      try await remove(path)
    }
    state.foreign = foreign.count
    if let first = foreign.first {
      logger.warning(
        "objects of others are left in a bucket",
        metadata: [
          "stage": "bucket", "bucket": "\(name)", "count": "\(foreign.count)", "path": "\(first)",
        ])
    }
  }

  /// The objects below the prefix, by their paths.
  private func listed() async throws -> [String: StoredObject] {
    var objects: [String: StoredObject] = [:]
    var token: String?
    repeat {
      let page = try await insist { [client, token] () async throws(BucketError) in
        try await client.list(after: token)
      }
      for (key, object) in page.objects where key.hasPrefix(client.location.prefix) {
        let path = String(key.dropFirst(client.location.prefix.count))
        // A key with a slash at its end stands for a folder.
        if !path.isEmpty, !path.hasSuffix("/") { objects[path] = object }
      }
      token = page.next
    } while token != nil
    return objects
  }

  /// Reads from `public/`, again and again if that fails: what cannot be read is not gone.
  private func reading<Value: Sendable>(
    _ read: @escaping @Sendable (PublicDirectory) throws -> Value
  ) async throws -> Value {
    let (directory, name) = (directory, name)
    return try await insist { () async throws(BucketError) in
      // A thread that may block: those of tasks are as few as the processor's cores.
      let result = await withCheckedContinuation { continuation in
        DispatchQueue.global(qos: .utility).async {
          continuation.resume(returning: Result { try read(directory) })
        }
      }
      switch result {
      case .success(let value): return value
      case .failure(let error):
        throw BucketError(
          attempt: "is not compared", object: name,
          kind: .noDocuments("\(directory.root): \(error)"))
      }
    }
  }
}

extension PublicDirectory {
  /// Reads the feeds and the pages about the site.
  fileprivate func hotDocuments() throws -> [FeedDocument] {
    try paths(skipping: ["stories", "archive"]).filter { DocumentRank(path: $0).isHot }.compactMap {
      path in
      try read(path).map { PublicDirectory.document(path, $0) }
    }
  }

  /// Makes a document from its file alone.
  static func document(_ path: String, _ bytes: [UInt8]) -> FeedDocument {
    FeedDocument(
      path: path, mediaType: MediaType.of(path: path), bytes: bytes,
      lastModified: Date(timeIntervalSince1970: 0),
      links: FeedFormats.format(ofPath: path)?.links(of: bytes) ?? [])
  }
}
