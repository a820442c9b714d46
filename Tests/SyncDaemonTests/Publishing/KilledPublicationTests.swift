import Feeds
import Foundation
import Testing

@testable import SyncDaemon

@Suite("A publication that was killed")
struct KilledPublicationTests {
  private static let pages = ["index.html", "atom.xml", "stories/a/index.html"]

  /// Long enough to be compressed; the fake gzip form names the version that it is of.
  private func publication(_ version: String) -> Publication {
    Publication(
      documents: Self.pages.map { path in
        FeedDocument(
          path: path, mediaType: "text/html",
          bytes: Array((version + String(repeating: " of \(path)", count: 80)).utf8),
          lastModified: Date(timeIntervalSince1970: 1000))
      })
  }

  private func publish(_ version: String, in memory: MemoryFiles) async throws {
    let target = DirectoryTarget(
      directory: "/public", files: memory, compress: { Array($0.prefix(8)) })
    try await target.publish(try await target.prepared(publication(version)))
  }

  @Test(
    "leaves no temporary file and no coded form of another version, whether what it began is published or not",
    arguments: ["first", "second", "third"])
  func leftovers(next: String) async throws {
    var calls = 0
    var leftovers = 0
    var isCut = true
    while isCut {
      calls += 1
      var memory = MemoryFiles()
      try await publish("first", in: memory)
      memory.fail(at: calls, .refuses)
      do {
        try await publish("second", in: memory)
        isCut = false
      } catch is FileError {}
      memory = memory.afterKill()
      let left = try memory.tree("/public").keys.filter { $0.contains("newsfold-tmp") }
      leftovers += left.count

      try await publish(next, in: memory)

      var expected: [String: [UInt8]] = [:]
      for document in publication(next).documents {
        expected["/public/" + document.path] = document.bytes
        expected["/public/" + document.path + ".gz"] = Array(document.bytes.prefix(8))
      }
      let tree = try memory.tree("/public")
      #expect(tree == expected, "call \(calls), left \(left)")
    }
    // A loop that ended at once, or left nothing behind, would have tested nothing.
    #expect(calls > 10 && leftovers > 10)
  }
}
