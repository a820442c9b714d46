import Glibc
import Testing

@testable import SyncDaemon

@Suite("Notifier")
struct NotifierTests {
  @Test("messages go to the socket of the environment")
  func path() throws {
    let directory = try TemporaryDirectory()
    let listener = try DatagramListener(bytes: Array(directory["notify"].utf8) + [0])
    let notifier = Notifier(environment: ["NOTIFY_SOCKET": directory["notify"]])

    try notifier.send(.ready, .status("serving\n12 stories"))

    #expect(listener.take() == "READY=1\nSTATUS=serving 12 stories")
  }

  @Test("an abstract socket works, too")
  func abstract() throws {
    let name = "newsfold-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let listener = try DatagramListener(bytes: [0] + Array(name.utf8))
    let notifier = Notifier(environment: ["NOTIFY_SOCKET": "@" + name])

    try notifier.send(.watchdog)

    #expect(listener.take() == "WATCHDOG=1")
  }

  @Test("a reload carries the monotonic time")
  func reloading() throws {
    let directory = try TemporaryDirectory()
    let listener = try DatagramListener(bytes: Array(directory["notify"].utf8) + [0])

    try Notifier(environment: ["NOTIFY_SOCKET": directory["notify"]]).send(.reloading)

    let lines = listener.take().split(separator: "\n")
    #expect(lines.first == "RELOADING=1")
    #expect(lines.last?.hasPrefix("MONOTONIC_USEC=") == true)
    #expect(lines.last.flatMap { Int($0.dropFirst("MONOTONIC_USEC=".count)) } ?? 0 > 0)
  }

  @Test("without systemd nothing is sent and nothing fails")
  func absent() throws {
    let notifier = Notifier(environment: [:])

    try notifier.send(.ready)

    #expect(!notifier.isActive)
  }

  @Test("a socket that is gone is an error that can be told")
  func gone() {
    let notifier = Notifier(environment: ["NOTIFY_SOCKET": "/tmp/newsfold-no-such-socket"])

    #expect(
      throws: FileError(
        operation: "notify systemd", path: "/tmp/newsfold-no-such-socket", code: ENOENT)
    ) {
      try notifier.send(.ready)
    }
  }
}
