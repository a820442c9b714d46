import Foundation
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("How much of a text is shown", .overEachStore)
struct TextSettingTests {
  /// A sentence that stands in no report's title.
  private static let sentence = "The telescope on mount"

  /// A site whose feeds, one of stories and one of articles, have an archive with full texts.
  private func site(_ outlet: SourceSettings? = nil) async throws -> PipelineSite {
    let site = try PipelineSite()
    site.settings.window.entries = 4
    site.settings.text = .full
    site.settings.sources = outlet.map { [$0] } ?? []
    var every = FeedSettings(name: "every")
    every.isMerged = false
    site.settings.feeds = [every]
    for event in 0..<8 { try await add(event * 6 + 5, to: site) }
    #expect(try texts(of: "archive/", in: site) > 0)
    #expect(try texts(of: "every/archive/", in: site) > 0)
    return site
  }

  /// An event of one kind, with its own names.
  private func add(_ event: Int, to site: PipelineSite) async throws {
    site.write(InventedReport(event: event, report: 0).file, to: "\(event).md")
    site.clock += 60
    try await site.sync()
  }

  /// The number of documents below a folder that have text of an article.
  private func texts(of folder: String, in site: PipelineSite) throws -> Int {
    try site.documents().count { $0.key.hasPrefix(folder) && $0.value.contains(Self.sentence) }
  }

  private func chains(_ site: PipelineSite) throws -> [[[String]]] {
    try ["", "every"].map { try FeedChain(of: $0, in: site).archives.map { $0.sorted() } }
  }

  @Test(
    "less of it is shown in archives, too, once everything has been looked at in full",
    arguments: ["site", "source"])
  func less(of setting: String) async throws {
    let site = try await site()
    let chains = try chains(site)
    if setting == "site" {
      site.settings.text = .headline
    } else {
      var outlet = SourceSettings(name: "Outlet 0")
      outlet.text = .headline
      site.settings.sources = [outlet]
    }
    try await site.sync()
    #expect(try texts(of: "atom.xml", in: site) == 0)
    #expect(try texts(of: "archive/", in: site) > 0)

    let full = try await site.sync(SyncRequest(isFull: true))

    #expect(try texts(of: "", in: site) == 0)
    #expect(try self.chains(site) == chains)
    #expect(full.feeds.isEmpty && full.changes.isEmpty && full.refused.isEmpty)
    let again = try await site.sync(SyncRequest(isFull: true))
    #expect(again.documentsWritten.isEmpty)
  }

  @Test("archives of which some were made under another setting are made again")
  func mixed() async throws {
    let site = try await site()
    site.settings.text = .headline
    try await site.sync(SyncRequest(isFull: true))
    site.settings.text = .full
    for event in 8..<14 { try await add(event * 6 + 5, to: site) }
    #expect(try texts(of: "archive/", in: site) > 0)
    site.settings.text = .headline
    try await site.sync()

    try await site.sync(SyncRequest(isFull: true))

    #expect(try texts(of: "", in: site) == 0)
  }

  @Test("archives stay as they are when the setting does, and a story in them was withdrawn")
  func unchanged() async throws {
    let site = try await site()
    let before = try site.documents().filter { $0.key.contains("archive/") }
    site.remove("5.md")
    try await site.sync(SyncRequest(isFull: true))

    #expect(try site.documents().filter { $0.key.contains("archive/") } == before)

    // Made again, they hold what is there.
    site.settings.text = .headline
    try await site.sync(SyncRequest(isFull: true))
    let id = InventedEvent(number: 5).title(of: 0)
    #expect(
      try site.documents().count { $0.key.contains("archive/") && $0.value.contains(id) } == 0)
    #expect(try texts(of: "", in: site) == 0)
  }

  @Test("cut short anywhere, the archives are made again by the next pass")
  func cutShort() async throws {
    var call = 0
    var isCut = true
    while isCut {
      call += 7
      let site = try await site()
      site.settings.text = .headline
      site.memory.fail(at: call, .losesPower)
      do {
        try await site.sync(SyncRequest(isFull: true))
        isCut = false
      } catch is PassError {}
      site.memory = site.memory.afterKill()
      site.restart()

      try await site.sync(SyncRequest(isFull: true))

      #expect(try texts(of: "", in: site) == 0, "call \(call)")
    }
    #expect(call > 100)
  }

  @Test("a feed's own setting goes before the site's, and is that of its archive")
  func ofFeed() async throws {
    let site = try await site()
    site.settings.feeds[0].text = .headline

    try await site.sync(SyncRequest(isFull: true))

    #expect(try texts(of: "atom.xml", in: site) == 1)
    #expect(try texts(of: "archive/", in: site) > 0)
    #expect(try texts(of: "every/", in: site) == 0)
  }
}
