import Testing

@testable import SyncDaemon

@Suite("publishing the files that pages share", .overEachStore)
struct SharedFilesTests {
  private let site: PipelineSite
  private let style: String

  /// A published site that has lost its style sheet.
  init() async throws {
    site = try PipelineSite()
    style = site.publicDirectory + "/assets/style.css"
    site.write(InventedReport(event: 0, report: 0).file, to: "bridge.md")
    try await site.sync()
    try site.memory.remove(style)
  }

  @Test("a changed article leaves them alone, and a look at everything brings them back")
  func restored() async throws {
    site.write(InventedReport(event: 1, report: 0).file, to: "cup.md")
    try await site.sync(SyncRequest(paths: [site.file("cup.md")]))
    #expect(try site.memory.read(style) == nil)

    site.write(InventedReport(event: 2, report: 0).file, to: "vote.md")
    try await site.sync()
    #expect(try site.memory.read(style) != nil)
  }

  @Test("a process publishes them with its first publication, whatever that is about")
  func firstOfProcess() async throws {
    site.restart()

    site.write(InventedReport(event: 1, report: 0).file, to: "cup.md")
    try await site.sync(SyncRequest(paths: [site.file("cup.md")]))

    #expect(try site.memory.read(style) != nil)
  }
}
