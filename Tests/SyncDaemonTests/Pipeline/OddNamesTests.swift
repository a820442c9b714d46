import NewsModel
import Testing

@testable import SyncDaemon

/// Names are bytes: whatever a disk can hold is a file of its own, today, tomorrow and in an older
/// version's state.
@Suite("Article files with odd names", .overEachStore)
struct OddNamesTests {
  private static let composed = "caf\u{e9}.md"
  private static let decomposed = "cafe\u{301}.md"

  private func report(_ event: Int) -> String { InventedReport(event: event, report: 0).file }

  @Test("two names that differ in their normal form only are two files")
  func normalForms() async throws {
    let site = try PipelineSite()
    site.write(report(0), to: Self.composed)
    site.write(report(1), to: Self.decomposed)

    #expect(try await site.sync().articles == 2)

    site.restart()
    let again = try await site.sync()
    #expect(again.filesRead == 0 && again.changes.isEmpty)
    site.remove(Self.composed)
    let less = try await site.sync()
    #expect(less.filesGone == 1 && less.articles == 1)
    site.write(report(2), to: Self.decomposed)
    #expect(try await site.sync().articles == 1)
  }

  @Test("both are taken up when they are told together")
  func toldTogether() async throws {
    let site = try PipelineSite()
    site.write(report(3), to: "plain.md")
    try await site.sync()
    site.write(report(0), to: Self.composed)
    site.write(report(1), to: Self.decomposed)

    let report = try await site.sync(
      SyncRequest(paths: [site.file(Self.composed), site.file(Self.decomposed)]))

    #expect(report.filesRead == 2)
    #expect(report.articles == 3)
  }

  @Test("a name that is no UTF-8 is read, shown escaped, and known again after a restart")
  func noUTF8() async throws {
    let site = try PipelineSite()
    let name: FilePath = #"articles/caf\xE9/\xFF.md"#
    site.directory.make(directory: FilePath(#"articles/caf\xE9"#))
    site.directory.write(report(0), to: name)
    site.directory.write("{\"headline\"", to: FilePath(#"articles/broken\xFE.json"#))

    let first = try await site.sync()
    #expect(first.articles == 1)
    #expect(first.setAside.map(\.path) == [#"broken\xFE.json"#])
    let listing = try await site.view.stories()
    #expect(listing.first?.articles.first?.path == #"caf\xE9/\xFF.md"#)

    site.restart()
    let again = try await site.sync()
    #expect(again.filesRead == 0 && again.filesGone == 0)
    #expect(again.changes.isEmpty && again.documentsWritten.isEmpty)
    let asked = try await site.sync(
      SyncRequest(paths: [FilePath(site.directory.path).appending(name)], isFull: true))
    #expect(asked.filesRead == 1 && asked.changes.isEmpty)
  }

  @Test("people name a file by what they see")
  func namedByPeople() async throws {
    let site = try PipelineSite()
    site.write(report(0), to: Self.decomposed)
    try await site.sync()

    let view = try await site.view
    #expect(view.article(named: Self.composed) != nil)
    site.write(report(1), to: Self.composed)
    try await site.sync()
    let both = try await site.view
    #expect(both.article(named: Self.composed) != both.article(named: Self.decomposed))
  }
}
