import Feeds
import Logging
import NewsModel

extension BucketMirror {
  /// Stores a document, and settles what a server answers whose conditions do not hold.
  ///
  /// - Throws: `BucketError` if another writer is ahead or patience ends; `CancellationError`.
  func store(
    _ document: FeedDocument, _ version: ObjectVersion, over listed: ObjectPresence? = nil
  ) async throws {
    let upload = ObjectUpload(
      key: key(document.path), bytes: document.bytes, mediaType: document.mediaType,
      cacheControl: cacheControl(document), version: version)
    let isFenced = state.honoursConditions == true
    var presence: ObjectPresence?
    if isFenced {
      presence = listed ?? tags[document.path]
      if presence == nil { presence = try await self.presence(of: upload.key) }
    }
    var conflicts = 0
    refused[document.path] = nil
    while true {
      do {
        let expected = presence
        let tag = try await insist(mayBeRefused: true) {
          [client] () async throws(BucketError) in
          try await client.put(upload, over: expected)
        }
        if isFenced { remember(tag.map(ObjectPresence.tagged), at: document.path) }
        return
      } catch let error as BucketError where error.isConflict && isFenced {
        let found = try await insist { [client] () async throws(BucketError) in
          try await client.head(upload.key)
        }
        if found?.digest == ContentDigest(upload.bytes).hex {
          // An earlier attempt whose answer was lost.
          remember(found?.tag.map(ObjectPresence.tagged), at: document.path)
          return
        }
        if let other = found?.version, other > version {
          throw outrun(BucketError(attempt: "is not stored", object: error.object, kind: .outrun))
        }
        presence = found == nil ? .absent : found?.tag.map(ObjectPresence.tagged)
        conflicts += 1
        if conflicts >= Self.mostConflicts { try await pause(after: error, attempts: conflicts) }
      } catch let error as BucketError where error.isAboutObject {
        refused[document.path] = error.reason
        state.problem = "\(error)"
        metrics.count(.refused)
        logger.error(
          "object storage refuses a document",
          metadata: ["stage": "bucket", "path": "\(document.path)", "cause": "\(error)"])
        return
      }
    }
  }

  /// Removes a document.
  func remove(_ path: String) async throws {
    let key = key(path)
    try await insist { [client] () async throws(BucketError) in try await client.delete(key) }
    tags[path] = nil
    refused[path] = nil
    underWay = max(0, underWay - 1)
  }

  /// The key of a path below `public/`.
  nonisolated func key(_ path: String) -> String { client.location.prefix + path }

  private func presence(of key: String) async throws -> ObjectPresence? {
    let found = try await insist { [client] () async throws(BucketError) in
      try await client.head(key)
    }
    guard let found else { return .absent }
    return found.tag.map(ObjectPresence.tagged)
  }

  /// Keeps the entity tag of a document that is written often; pages are asked about when needed.
  func remember(_ presence: ObjectPresence?, at path: String) {
    // Pages are written seldom, and there may be a million.
    if tags.count >= Self.mostTags { tags = tags.filter { DocumentRank(path: $0.key).isHot } }
    tags[path] = presence
  }
}
