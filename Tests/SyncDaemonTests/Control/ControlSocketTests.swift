import Glibc
import Testing

@testable import SyncDaemon

@Suite("ControlServer and ControlClient")
struct ControlSocketTests {
  private struct Report: Codable, Equatable, Sendable {
    var stories: Int
    var note: String
  }

  /// No limits, because on a busy machine either side may get its turn minutes late without
  /// anything being wrong.
  private static let endless = ControlServer.Patience(request: nil, answer: nil)

  private let directory: TemporaryDirectory
  private let path: ControlSocketPath

  init() throws {
    directory = try TemporaryDirectory()
    path = ControlSocketPath(stateDirectory: directory.path, environment: [:])
  }

  private func serve(
    _ work: @escaping ControlServer.Work = { request in
      AsyncStream { stream in
        stream.yield(.progress(ControlProgress(stage: "read", done: 1, total: 2)))
        stream.yield(.progress(ControlProgress(stage: "read", done: 2, total: 2)))
        let report = Report(stories: request.paths.count, note: "a/b \"c\"\n")
        if let result = try? ControlResponse.result(report) { stream.yield(result) }
        stream.finish()
      }
    }
  ) throws -> ControlServer {
    try ControlServer(path: path, patience: Self.endless, work: work)
  }

  /// Sends bytes as they are and takes the first line of the answer.
  private func exchange(_ text: String) async throws -> String {
    let bound = path.bound
    let answer: String? = await OwnThread.value {
      // Silence is right: nil tells the test that there was no connection.
      guard let connection = try? UnixSocket.connect(to: bound) else { return nil }
      _ = UnixSocket.write(Array(text.utf8), to: connection, until: nil)
      var reader = LineReader(connection, limit: 1 << 20)
      guard case .line(let line) = reader.next(until: nil) else {
        return ""
      }
      return String(decoding: line, as: UTF8.self)
    }
    return try #require(answer, "no connection")
  }

  @Test("a request is answered with its progress and its result")
  func roundTrip() async throws {
    let server = try serve()
    defer { server.stop() }
    let progress = Recorded<ControlProgress>()

    let response = try await ControlClient(path: path).send(
      ControlRequest(.resync, paths: ["/a", "/b"])
    ) { progress.append($0) }

    #expect(try response.value(Report.self) == Report(stories: 2, note: "a/b \"c\"\n"))
    #expect(progress.values.map(\.done) == [1, 2])
  }

  @Test("a failure carries its exit status")
  func failure() async throws {
    let failure = ControlFailure(exitStatus: 74, message: "no space")
    let server = try serve { _ in
      AsyncStream { stream in
        stream.yield(.failure(failure))
        stream.finish()
      }
    }
    defer { server.stop() }

    let response = try await ControlClient(path: path).send(ControlRequest(.status))

    #expect(response == .failure(failure))
  }

  @Test("the socket is for its owner only")
  func permissions() throws {
    let server = try serve()
    defer { server.stop() }
    var status = stat()

    #expect(lstat(path.bound, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(status.st_mode & S_IFMT == S_IFSOCK)
  }

  @Test("without a service the client says so, with a socket left over and without")
  func notRunning() async throws {
    await #expect(throws: ControlError.notRunning(path: path.nominal)) {
      _ = try await ControlClient(path: path).send(ControlRequest(.status))
    }
    let left = try UnixSocket.make()
    _ = UnixSocket.withAddress(path.bound) { bind(left.raw, $0, $1) }
    await #expect(throws: ControlError.notRunning(path: path.nominal)) {
      _ = try await ControlClient(path: path).send(ControlRequest(.status))
    }
  }

  @Test("a socket that nobody listens on is replaced")
  func staleSocket() async throws {
    do {
      let left = try UnixSocket.make()
      _ = UnixSocket.withAddress(path.bound) { bind(left.raw, $0, $1) }
    }

    let server = try serve()
    defer { server.stop() }

    _ = try await ControlClient(path: path).send(ControlRequest(.status))
  }

  @Test("a socket that somebody listens on is left to them")
  func alreadyServed() throws {
    let server = try serve()
    defer { server.stop() }

    #expect(throws: ControlError.alreadyServed(path: path.bound)) { try serve() }
  }

  @Test("a file in the socket's place is not touched")
  func notASocket() throws {
    directory.write("precious", to: "newsfold.sock")

    #expect(throws: ControlError.notASocket(path: path.bound)) { try serve() }
    #expect(access(path.bound, F_OK) == 0)
  }

  @Test("stopping removes the socket, and a second service can begin")
  func restart() throws {
    let first = try serve()
    first.stop()
    #expect(access(path.bound, F_OK) != 0)

    let second = try serve()
    first.stop()

    #expect(access(path.bound, F_OK) == 0, "a stopped service removed the socket of the next")
    second.stop()
  }

  @Test(
    "what is no request is refused with the reason",
    arguments: [
      ("hello\n", "expected a line like"),
      ("{\"version\":1,\"command\":\"delete\"}\n", "expected a line like"),
      ("{\"version\":2,\"command\":\"status\"}\n", "version 2 of the protocol"),
      (String(repeating: "x", count: (1 << 20) + 70_000), "at most 1048576 bytes"),
    ])
  func refused(text: String, reason: String) async throws {
    let server = try serve()
    defer { server.stop() }

    let answer = try await exchange(text)

    #expect(answer.contains("\"failure\""))
    #expect(answer.contains(reason))
  }

  @Test("a request without its optional parts is understood")
  func shortRequest() async throws {
    let server = try serve { request in
      AsyncStream { stream in
        let isPlain = request == ControlRequest(.status)
        stream.yield(.result(json: Array((isPlain ? "\"plain\"" : "\"other\"").utf8)))
        stream.finish()
      }
    }
    defer { server.stop() }

    let answer = try await exchange("{\"command\":\"status\",\"version\":1}\n")

    #expect(answer == "{\"version\":1,\"kind\":\"result\",\"body\":\"plain\"}")
  }

  @Test("a client that sends no whole line in time is told so")
  func slowRequest() async throws {
    let server = try ControlServer(path: path, patience: .init(request: .zero, answer: nil)) { _ in
      AsyncStream { $0.finish() }
    }
    defer { server.stop() }

    let answer = try await exchange("{\"command\":")

    #expect(answer.contains("no whole line within 0.0 seconds."))
  }

  @Test("more connections than there are places are told to come back")
  func busy() async throws {
    let server = try serve()
    defer { server.stop() }
    var idle: [Descriptor] = []
    for _ in 0..<ControlServer.connectionLimit {
      idle.append(try #require(try UnixSocket.connect(to: path.bound)))
    }

    let answer = try await exchange("{\"command\":\"status\",\"version\":1}\n")

    #expect(answer.contains("busy"))
    idle = []
    await eventually("the places are free again") {
      (try? await exchange("{\"command\":\"status\",\"version\":1}\n").contains("progress")) == true
    }
  }

  @Test("an answer larger than the socket's buffer arrives whole")
  func largeAnswer() async throws {
    let large = Array(("\"" + String(repeating: "x", count: 5_000_000) + "\"").utf8)
    let server = try serve { _ in
      AsyncStream { stream in
        stream.yield(.result(json: large))
        stream.finish()
      }
    }
    defer { server.stop() }

    let response = try await ControlClient(path: path).send(ControlRequest(.status))

    #expect(response == .result(json: large))
  }

  @Test("a service that dies in the middle is a clear error")
  func brokenOff() async throws {
    let server = try serve { _ in
      AsyncStream { stream in
        stream.yield(.progress(ControlProgress(stage: "read", done: 1)))
        stream.finish()
      }
    }
    defer { server.stop() }

    await #expect(throws: ControlError.unreadableAnswer) {
      _ = try await ControlClient(path: path).send(ControlRequest(.status))
    }
  }

  @Test("a silent service is a time-out when the client has no more patience")
  func patience() async throws {
    let server = try serve { _ in AsyncStream { _ in } }
    defer { server.stop() }

    await #expect(throws: ControlError.timedOut) {
      _ = try await ControlClient(path: path).send(
        ControlRequest(.status), patience: .milliseconds(20))
    }
  }

  @Test("a site with a long path is reached over a short one, whatever the client's environment")
  func longPath() async throws {
    var name = ""
    for _ in 0..<4 {
      name += (name.isEmpty ? "" : "/") + String(repeating: "d", count: 40)
      directory.make(directory: name)
    }
    directory.make(directory: "run")
    let environment = ["XDG_RUNTIME_DIR": directory["run"]]
    let long = ControlSocketPath(stateDirectory: directory[name], environment: environment)
    #expect(long.isShortened)
    #expect(long.bound.hasPrefix(directory["run/newsfold/"]))
    let server = try ControlServer(path: long, patience: Self.endless) { _ in
      AsyncStream { stream in
        stream.yield(.result(json: Array("1".utf8)))
        stream.finish()
      }
    }
    defer { server.stop() }

    let other = ControlSocketPath(stateDirectory: directory[name], environment: [:])
    let response = try await ControlClient(path: other).send(ControlRequest(.status))

    #expect(response == .result(json: Array("1".utf8)))
    server.stop()
    #expect(access(long.nominal, F_OK) != 0 && access(long.bound, F_OK) != 0)
  }

  @Test("a short path in a directory that others can write to is refused")
  func openDirectory() throws {
    let name = String(repeating: "d", count: 100)
    directory.make(directory: name)
    directory.make(directory: "run")
    directory.make(directory: "run/newsfold")
    chmod(directory["run/newsfold"], 0o777)
    let long = ControlSocketPath(
      stateDirectory: directory[name], environment: ["XDG_RUNTIME_DIR": directory["run"]])

    #expect(
      throws: ControlError.noShortPath(
        long.nominal, reason: "\(directory["run/newsfold"]) can be written to by others")
    ) {
      try ControlServer(path: long) { _ in AsyncStream { $0.finish() } }
    }
  }
}
