import Glibc
import Testing

@testable import SyncDaemon

@Suite("Notifier")
struct NotifierTests {
  /// A socket that listens as systemd does.
  private final class Listener {
    let descriptor: Int32

    init(bytes: [UInt8]) throws {
      descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
      let size = socklen_t(2 + bytes.count)
      let result = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
      }
      try #require(result == 0)
    }

    deinit { close(descriptor) }

    func take() -> String {
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
      return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    }
  }

  @Test("messages go to the socket of the environment")
  func path() throws {
    let directory = try TemporaryDirectory()
    let listener = try Listener(bytes: Array(directory["notify"].utf8) + [0])
    let notifier = Notifier(environment: ["NOTIFY_SOCKET": directory["notify"]])

    try notifier.send(.ready, .status("serving\n12 stories"))

    #expect(listener.take() == "READY=1\nSTATUS=serving 12 stories")
  }

  @Test("an abstract socket works, too")
  func abstract() throws {
    let name = "newsfold-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    let listener = try Listener(bytes: [0] + Array(name.utf8))
    let notifier = Notifier(environment: ["NOTIFY_SOCKET": "@" + name])

    try notifier.send(.watchdog)

    #expect(listener.take() == "WATCHDOG=1")
  }

  @Test("a reload carries the monotonic time")
  func reloading() throws {
    let directory = try TemporaryDirectory()
    let listener = try Listener(bytes: Array(directory["notify"].utf8) + [0])

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
