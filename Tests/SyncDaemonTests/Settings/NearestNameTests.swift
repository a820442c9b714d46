import SyncDaemon
import Testing

@Suite("NearestName")
struct NearestNameTests {
  private static let commands = [
    "init", "new", "sync", "run", "resync", "reload", "status", "stories", "show", "explain", "pin",
    "unpin", "check", "validate", "config", "evaluate",
  ]

  @Test(
    "a slip of the fingers is understood",
    arguments: [
      ("snyc", "sync"), ("stauts", "status"), ("relaod", "reload"), ("storeis", "stories"),
      ("chekc", "check"), ("unpinn", "unpin"), ("explian", "explain"), ("resnyc", "resync"),
    ])
  func near(word: String, command: String) {
    #expect(NearestName.of(word, among: Self.commands) == command)
  }

  @Test("what is like nothing has no nearest", arguments: ["frobnicate", "xyzzyx", "zzzzzzz"])
  func far(word: String) {
    #expect(NearestName.of(word, among: Self.commands) == nil)
  }
}
