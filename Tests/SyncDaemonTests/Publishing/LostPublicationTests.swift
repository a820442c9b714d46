import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("A publication that was lost", .overEachStore)
struct LostPublicationTests {
  @Test("the documents in its place bear later dates, so that nobody is told that nothing changed")
  func dates() async throws {
    let site = try PipelineSite()
    // After the day on which the files were drawn that all pages share.
    site.clock = Date(timeIntervalSince1970: 1_800_000_000)
    site.settings.window = FeedWindowSize(entries: 4, age: .seconds(60 * 86_400))
    for event in 0..<9 {
      site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
      site.clock += 60
      try await site.sync()
    }
    let before = try dated(site)
    site.clock += 3600
    try site.losePublic()

    try await site.sync()

    let after = try dated(site)
    #expect(before.keys.contains { $0.contains("/archive/") })
    for (path, old) in before {
      guard let new = after[path] else { continue }
      #expect(new.modified / 1000 > old.modified / 1000, "\(path)")
      #expect(Double(new.modified) / 1000 <= site.clock.timeIntervalSince1970, "\(path)")
    }
  }

  private func dated(_ site: PipelineSite) throws -> [String: (bytes: [UInt8], modified: Int64)] {
    var found: [String: (bytes: [UInt8], modified: Int64)] = [:]
    for (path, bytes) in try site.memory.tree(site.publicDirectory) {
      // Files that all sites share bear the date of their version.
      if path.contains("/assets/") { continue }
      found[path] = (bytes, try #require(try site.memory.status(path)).modified)
    }
    return found
  }
}
