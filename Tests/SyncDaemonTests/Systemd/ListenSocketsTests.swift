import Glibc
import Testing

@testable import SyncDaemon

@Suite("ListenSockets")
struct ListenSocketsTests {
  @Test("the sockets of the environment come with their names")
  func sockets() throws {
    let directory = try TemporaryDirectory()
    let socket = try UnixSocket.make()
    _ = UnixSocket.withAddress(directory["s"]) { bind(socket.raw, $0, $1) }
    listen(socket.raw, 1)
    let environment = ["LISTEN_PID": "7", "LISTEN_FDS": "1", "LISTEN_FDNAMES": "http"]

    let sockets = try ListenSockets(environment: environment, process: 7, first: socket.raw)

    #expect(sockets.sockets == [.init(descriptor: socket.raw, name: "http")])
  }

  @Test(
    "an environment for somebody else, or none, has no sockets",
    arguments: [
      [:], ["LISTEN_PID": "8", "LISTEN_FDS": "1"], ["LISTEN_FDS": "1"], ["LISTEN_PID": "7"],
      ["LISTEN_PID": "7", "LISTEN_FDS": "0"],
    ])
  func none(environment: [String: String]) throws {
    #expect(try ListenSockets(environment: environment, process: 7).sockets.isEmpty)
  }

  @Test("a count that is none, and a descriptor that does not listen, are errors")
  func wrong() throws {
    #expect(throws: ListenSocketsError.unreadable(variable: "LISTEN_FDS", value: "many")) {
      try ListenSockets(environment: ["LISTEN_PID": "7", "LISTEN_FDS": "many"], process: 7)
    }
    let deaf = try UnixSocket.make()
    #expect(throws: ListenSocketsError.notListening(deaf.raw)) {
      try ListenSockets(
        environment: ["LISTEN_PID": "7", "LISTEN_FDS": "1"], process: 7, first: deaf.raw)
    }
  }
}
