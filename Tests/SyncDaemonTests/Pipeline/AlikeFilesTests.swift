import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("Alike files", .overEachStore)
struct AlikeFilesTests {
  @Test("any number of files with one article cost one record of it a pass")
  func one() async throws {
    let site = try PipelineSite()
    let count = 1500
    for number in 0..<count {
      site.write("Just a moment\n\nChecking the browser.", to: "\(number).txt")
    }

    try await site.sync()

    let state = try await site.state
    #expect(state.articles.count == 1)
    #expect(state.articles.values.first?.versions.count == count)
    // Every store is given the same records; the file shows them.
    if StoreKind.current == .jsonFiles {
      let journal = try #require(site.memory.text(site.site.stateDirectory + "/journal.jsonl"))
      #expect(journal.split(separator: "\n").count { $0.hasPrefix("{\"article\"") } == 1)
    }

    site.remove("7.txt")
    site.write("Just a moment\n\nChecking the browser.", to: "more.txt")
    try await site.sync()
    #expect(try await site.state.articles.values.first?.versions.count == count)
    #expect(try await site.state.ledger.stories.count == 1)
  }
}
