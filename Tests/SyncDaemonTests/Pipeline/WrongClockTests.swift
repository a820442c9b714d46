import Foundation
import Glibc
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

/// A wrong clock gives an article no date that is kept for ever.
@Suite("A wrong clock", .overEachStore)
struct WrongClockTests {
  private static let stated = Date(timeIntervalSince1970: 1_773_000_000)

  private func dated(_ date: Date, _ number: Int = 0) -> String {
    """
    {"headline": "Ferry \(number) leaves Quillmere", "articleBody": "The ferry \(number) left.",
     "url": "https://quay.example/\(number)", "datePublished": "\(date.formatted(.iso8601))"}
    """
  }

  private func published(_ site: PipelineSite) async throws -> [String: Date] {
    let articles = try await site.state.articles.values
    return Dictionary(
      uniqueKeysWithValues: articles.map { ($0.id.rawValue, $0.article.published) })
  }

  /// Gives a file a time of its own, as one that was copied here has.
  private func touch(_ name: String, _ date: Date, _ site: PipelineSite) throws {
    let time = timespec(tv_sec: Int(date.timeIntervalSince1970), tv_nsec: 0)
    try #require(utimensat(AT_FDCWD, site.path(name), [time, time], 0) == 0)
  }

  @Test(
    "of 1970, of a year ago, or behind the last publication: a stated date stands",
    arguments: [0, 1_740_000_000, 1_767_300_000])
  func statedDate(clock: Double) async throws {
    let site = try PipelineSite()
    site.write(dated(Self.stated), to: "a.json")
    try touch("a.json", Self.stated, site)
    site.clock = Date(timeIntervalSince1970: clock)
    try await site.sync()
    #expect(Array(try await published(site).values) == [Self.stated])

    site.clock = Date(timeIntervalSince1970: 1_774_008_000)
    let later = try await site.sync(SyncRequest(isFull: true))
    #expect(Array(try await published(site).values) == [Self.stated])
    #expect(later.changes.isEmpty)
  }

  @Test("a file without a date is dated by its time, whatever the clock says")
  func fileDate() async throws {
    let site = try PipelineSite()
    site.write("Ferry leaves\n\nThe ferry left Quillmere.\n", to: "a.txt")
    try touch("a.txt", Self.stated, site)
    site.clock = Date(timeIntervalSince1970: 86_400)
    try await site.sync()

    #expect(Array(try await published(site).values) == [Self.stated])
  }

  @Test("a clock that is right clamps what is ahead of it, though one file is from the future")
  func clamp() async throws {
    let site = try PipelineSite()
    for number in 0..<3 { site.write(dated(Self.stated, number), to: "\(number).json") }
    let ahead = site.clock.addingTimeInterval(90 * 86_400)
    site.write(dated(ahead, 9), to: "9.json")
    try touch("9.json", ahead, site)
    try await site.sync()

    #expect(try await published(site)["https://quay.example/9"] == site.clock)
    // Alone in its pass, it is judged by the remembered files.
    site.clock += 3600
    site.restart()
    site.write("From the future\n\nIt came early.\n", to: "late.txt")
    try touch("late.txt", ahead, site)
    try await site.sync(SyncRequest(paths: [site.file("late.txt")]))
    let dates = try await published(site)
    #expect(dates.values.max() == site.clock)
  }

  @Test("a date that is given late is told by every story that an article has left")
  func lateDate() async throws {
    let site = try PipelineSite()
    var report = InventedReport(event: 0, report: 1)
    site.write(InventedReport(event: 0, report: 0).file, to: "a.md")
    site.write(report.file, to: "b.md")
    try await site.sync()
    site.pinsText = "apart:\n  - [\(InventedReport(event: 0, report: 0).url), \(report.url)]\n"
    try await site.sync()
    report.hasDate = false
    site.write(report.file, to: "b.md")
    try await site.sync()
    let (before, documents) = (try await site.state, try site.documents())
    #expect(before.ledger.stories.count == 2 && before.placed.count == 1)

    try site.loseState()
    try await site.sync()

    #expect(try await site.state.placed == before.placed)
    #expect(try site.documents() == documents)
  }

  @Test("the date at which an article was first seen outlives an earlier one and the loss of state")
  func earlierDate() async throws {
    let site = try PipelineSite()
    let ahead = site.clock.addingTimeInterval(90 * 86_400)
    site.write(dated(Self.stated, 0), to: "0.json")
    site.write(dated(ahead, 1), to: "1.json")
    try await site.sync()
    let seen = site.clock
    site.clock += 3600
    site.write(dated(Self.stated, 1), to: "1.json")
    try await site.sync()
    #expect(try await published(site)["https://quay.example/1"] == Self.stated)
    let before = try await site.state
    let documents = try site.documents()

    try site.loseState()
    try await site.sync()

    let after = try await site.state
    #expect(after.placed == before.placed && after.placed.values.map(\.date) == [seen])
    #expect(try site.documents() == documents)
  }

  @Test(
    "what an earlier version dated by a clock of 1970 takes its stated date when it is read again")
  func mended() async throws {
    let site = try PipelineSite()
    site.write(dated(Self.stated), to: "a.json")
    try await site.sync()
    site.restart()
    var store = site.openStore
    let id = try #require(try store.load().articles.keys.first)
    try store.append([.placed(PlacedDate(article: id, date: Date(timeIntervalSince1970: 60)))])

    site.write(dated(Self.stated) + "\n", to: "a.json")
    try await site.sync()

    #expect(Array(try await published(site).values) == [Self.stated])
  }
}
