import CoreMetrics
import Feeds
import Foundation
import Logging
import NewsModel

@testable import ObjectStorage

/// A `public/` of invented pages and one feed, `atom.xml`, whose lines are the pages that it links
/// to.
final class MirroredSite: Sendable {
  let root: String
  let memory = NotesInMemory()

  init() throws {
    let path = FileManager.default.temporaryDirectory.path + "/newsfold-" + UUID().uuidString
    root = path + "/public"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    // Whatever is left is in the system's temporary directory.
    try? FileManager.default.removeItem(atPath: root + "/..")
  }

  /// Writes documents, or removes those without a text, as the directory target does.
  ///
  /// - Returns: The publication for targets.
  func write(_ texts: [String: String?], number: Int) throws -> Publication {
    var publication = Publication(number: number)
    // Pages, the feed, then removals.
    let order = texts.sorted {
      Self.rank($0.key, $0.value) < Self.rank($1.key, $1.value)
    }
    for (path, text) in order {
      let file = URL(filePath: root + "/" + path)
      guard let text else {
        if FileManager.default.fileExists(atPath: file.path) {
          try FileManager.default.removeItem(at: file)
        }
        publication.removed.append(path)
        continue
      }
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
      publication.documents.append(PublicDirectory.document(path, Array(text.utf8)))
    }
    return publication
  }

  private static func rank(_ path: String, _ text: String?) -> Int {
    text == nil ? 2 : path == "atom.xml" ? 1 : 0
  }

  /// The documents in `public/`.
  var documents: [String: String] {
    get throws {
      let directory = PublicDirectory(root: root)
      return try directory.paths().reduce(into: [:]) {
        $0[$1] = String(decoding: try directory.read($1) ?? [], as: UTF8.self)
      }
    }
  }

  /// A mirror that has brought a first publication into an empty bucket.
  func filled(_ location: BucketLocation, with publication: Publication) async throws
    -> BucketMirror
  {
    let mirror = mirror(of: location, number: 0)
    await mirror.publish(publication)
    try await mirror.finish()
    return mirror
  }

  /// A mirror that does not wait between its tries.
  func mirror(
    of location: BucketLocation, number: Int? = nil, maxAge: Int = 300, queueLimit: Int = 64 << 20,
    onFeeds: @escaping @Sendable ([FeedDocument]) -> Void = { _ in },
    onComplete: @escaping @Sendable () -> Void = {}
  ) -> BucketMirror {
    var surroundings = BucketMirror.Surroundings()
    surroundings.rest = { _ in await Task.yield() }
    surroundings.queueLimit = queueLimit
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let web = WebClientOfTests.client
    return BucketMirror(
      client: BucketClient(
        location: location,
        credentials: { try WebClientOfTests.credentials() }, send: web),
      root: root, memory: memory, maxAge: maxAge, metrics: NOOPMetricsHandler.instance,
      logger: logger, surroundings: surroundings, number: number, onFeeds: onFeeds,
      onComplete: onComplete)
  }
}
