import Feeds
import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

@Suite("Titles under other settings", .overEachStore)
struct RetitlingTests {
  /// Notes the titles in the state when each page was published.
  private actor Witness: PublishTarget {
    private var store: any StateStore
    private(set) var remembered: [[EntryID: String]] = []

    init(_ store: any StateStore) { self.store = store }

    func publish(_ publication: Publication) async throws {
      remembered.append(try store.load().ledger.stories.mapValues(\.title))
    }
  }

  @Test("a title that other settings give is remembered before it is published")
  func order() async throws {
    let site = try PipelineSite()
    site.write(InventedReport(event: 0, report: 0).file, to: "a.md")
    site.write(InventedReport(event: 0, report: 1).file, to: "b.md")
    try await site.sync()
    let story = try #require(try await site.state.ledger.stories.values.first)
    site.restart()
    let witness = Witness(site.openStore)
    site.targets = [witness]
    for outlet in ["Outlet 0", "Outlet 1"] {
      var preferred = SourceSettings(name: outlet)
      preferred.rank = 1
      site.settings.sources = [preferred]
      try await site.sync()
    }

    let remembered = await witness.remembered
    let titles = Set(remembered.compactMap { $0[story.id] })
    #expect(titles.count == 2, "the settings give one title")
    #expect(remembered.last?[story.id] == (try await site.state.ledger.stories[story.id]?.title))
    #expect(Set(titles) == Set([0, 1].map { InventedEvent(number: 0).title(of: $0) }))
  }
}
