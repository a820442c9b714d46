import Foundation
import SeededRandom
import Testing

@testable import ObjectStorage

/// Random histories of a site against a server with faults; the seed of each is in its name.
@Suite("Histories of a bucket")
struct MirrorHistoryTests {
  /// One kind of server.
  struct Server: CustomTestStringConvertible, Sendable {
    var name: String
    var conduct: FakeBucket.Conduct
    var testDescription: String { name }
  }

  static let servers = [
    Server(name: "healthy", conduct: .init(page: 3)),
    Server(name: "30 % 503, 10 % cut", conduct: .init(refusals: 0.3, cuts: 0.1, page: 3)),
    Server(
      name: "30 % 503, 10 % cut, no conditions, no metadata",
      conduct: .init(
        honoursConditions: false, keepsMetadata: false, refusals: 0.3, cuts: 0.1, page: 3)),
  ]

  private static let kills = ProcessInfo.processInfo.environment["NEWSFOLD_HISTORIES"] != nil
  private static let count =
    Int(ProcessInfo.processInfo.environment["NEWSFOLD_HISTORIES"] ?? "").map { $0 / 20 } ?? 15

  @Test(
    "the bucket ends as public/, killed or not, and no reader of the feed misses a page",
    arguments: servers)
  func histories(_ server: Server) async throws {
    for seed in 1...UInt64(max(1, Self.count)) {
      try await history(server, seed: seed)
    }
  }

  private func history(_ server: Server, seed: UInt64) async throws {
    let site = try MirroredSite()
    let bucket = FakeBucket(server.conduct, seed: seed)
    try await bucket.serve { location in
      var random = SeededGenerator(seed: seed)
      var pages: [String: String] = [:]
      var number = 0
      for _ in 1...4 {
        // A process, which may be killed in the midst of its uploads.
        let mirror = site.mirror(
          of: location, number: number, queueLimit: Bool.random(using: &random) ? 300 : 1 << 20)
        let task = Self.kills ? Task { await mirror.follow() } : nil
        for _ in 1...Int.random(in: 1...6, using: &random) {
          number += 1
          var change: [String: String?] = [:]
          for _ in 1...Int.random(in: 1...5, using: &random) {
            let path = "stories/\(Int.random(in: 1...12, using: &random))/index.html"
            if pages[path] != nil, Int.random(in: 0..<3, using: &random) == 0 {
              pages[path] = nil
              change[path] = .some(nil)
            } else {
              pages[path] = "\(number) \(String(repeating: "x", count: 40))"
              change[path] = pages[path]
            }
          }
          change["atom.xml"] = pages.keys.sorted().joined(separator: "\n")
          await mirror.publish(try site.write(change, number: number))
          for _ in 0..<Int.random(in: 0...40, using: &random) { await Task.yield() }
        }
        // A request that is cut off may still be worked on by the server of this test when the next
        // process begins, as after no kill that is seconds old: kills are tried by hand.
        if let task {
          task.cancel()
          await task.value
        } else {
          try await mirror.finish(within: .seconds(60))
        }
      }
      bucket.behave { ($0.refusals, $0.cuts) = ($0.refusals / 2, $0.cuts / 2) }
      let last = site.mirror(of: location, number: number)
      try await last.finish(within: .seconds(60))

      let expected = try site.documents
      #expect(bucket.objects.mapValues(\.text) == expected, "\(server.name), seed \(seed)")
      #expect(bucket.broken.isEmpty, "\(server.name), seed \(seed): \(bucket.broken.prefix(3))")
      let standing = await last.standing
      #expect(standing.isComplete, "\(server.name), seed \(seed)")
    }
  }
}
