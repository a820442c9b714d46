import FeedServer
import SyncDaemon
import Testing

@testable import newsfold

@Suite("Exit statuses")
struct ExitStatusTests {
  @Test("each error has the status that the documentation gives its kind")
  func statuses() {
    let fileError = FileError(operation: "open", path: "/x", code: 13)
    let cases: [(any Error, Failure.Status)] = [
      (SettingsError.unknownKey(path: "newsfold.yaml", line: 1, key: "x", nearest: nil), .settings),
      (SettingsError.unknownOverride(variable: "NEWSFOLD_X", nearest: "NEWSFOLD_Y"), .settings),
      (PinEditError.noArticle("x"), .usage), (PinEditError.contradiction(["x"]), .usage),
      (PinEditError.notEditable(path: "x", wanted: "y"), .settings),
      (SiteLockError.failed(fileError), .readingOrWriting), (fileError, .readingOrWriting),
      (ControlError.timedOut, .readingOrWriting),
      (FeedServerError.weakToken(byteCount: 3), .settings),
      (FeedServerError.cannotListen(address: "x", reason: "y"), .readingOrWriting),
      (Failure(.usage, "x"), .usage),
    ]
    for (error, status) in cases {
      #expect(Failure(error).status == status, "\(error)")
    }
  }

  @Test("the page for operators lists every exit status, and none else")
  func documented() throws {
    let section = try Documentation.section("Exit statuses", of: Documentation.operating)
    let listed = Documentation.table(section).compactMap { Int32($0[0]) }

    #expect(listed == [0] + Failure.Status.allCases.map(\.rawValue).sorted())
  }
}
