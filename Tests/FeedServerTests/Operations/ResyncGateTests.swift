import NIOCore
import Synchronization
import Testing

@testable import FeedServer

@Suite("ResyncGate")
struct ResyncGateTests {
  private final class ManualClock: Sendable {
    let now = Atomic<Int64>(1_000_000)
    func advance(_ seconds: Int64) { now.add(seconds, ordering: .relaxed) }
  }

  private let clock = ManualClock()
  private let token = "0123456789abcdef"
  private let here = ClientAddress(nil)

  private func host(_ address: String) throws -> ClientAddress {
    ClientAddress(try SocketAddress(ipAddress: address, port: 1))
  }

  private func gate() throws -> ResyncGate {
    let clock = clock
    return try ResyncGate(token: Array(token.utf8)) { clock.now.load(ordering: .relaxed) }
  }

  @Test(
    "only the whole token is right",
    arguments: [
      nil, "", "Bearer ", "Bearer 0123456789abcde", "Bearer 0123456789abcdef0",
      "Basic 0123456789abcdef", "0123456789abcdef", "Bearer 0123456789ABCDEF",
    ])
  func wrong(value: String?) throws {
    #expect(try gate().judge(value, from: here) == .unauthorised)
  }

  @Test("the scheme is read in any case", arguments: ["Bearer", "bearer", "BEARER"])
  func right(scheme: String) throws {
    #expect(try gate().judge("\(scheme) \(token)", from: here) == .admitted)
  }

  @Test("one resync in ten seconds is admitted, and others are told when")
  func rate() throws {
    let gate = try gate()

    #expect(gate.judge("Bearer \(token)", from: here) == .admitted)
    clock.advance(4)
    #expect(gate.judge("Bearer \(token)", from: here) == .tooMany(seconds: 6))
    clock.advance(6)
    #expect(gate.judge("Bearer \(token)", from: here) == .admitted)
  }

  @Test("ten wrong tokens in a minute slow down who guesses, and keep the right one from nobody")
  func guessing() throws {
    let gate = try gate()
    let guesser = try host("192.0.2.1")
    for _ in 0..<ResyncGate.wrongTokens {
      #expect(gate.judge("Bearer x", from: guesser) == .unauthorised)
    }

    guard case .tooMany = gate.judge("Bearer x", from: guesser) else {
      Issue.record("guessing is not slowed down")
      return
    }
    #expect(gate.judge("Bearer x", from: try host("192.0.2.2")) == .unauthorised)
    // Behind a web server, the client that guesses and the one that knows the token are one host.
    #expect(gate.judge("Bearer \(token)", from: guesser) == .admitted)
    clock.advance(60)
    #expect(gate.judge("Bearer x", from: guesser) == .unauthorised)
  }

  @Test("of very many hosts those beyond a number share one count, so that none takes memory")
  func manyHosts() throws {
    let gate = try gate()
    var refused = 0
    for number in 0..<ResyncGate.hosts + 100 {
      let client = try host("10.\(number >> 16).\(number >> 8 & 255).\(number & 255)")
      if gate.judge("Bearer x", from: client) != .unauthorised { refused += 1 }
    }

    #expect(refused == 100 - ResyncGate.wrongTokens)
    #expect(gate.judge("Bearer \(token)", from: here) == .admitted)
  }

  @Test("an IPv6 host is its /64, and IPv4 in its clothes is IPv4")
  func addresses() throws {
    #expect(try host("2001:db8::1") == host("2001:db8::ffff:1"))
    #expect(try host("2001:db8::1") != host("2001:db8:0:1::1"))
    #expect(try host("::ffff:192.0.2.1") == host("192.0.2.1"))
    #expect(try host("192.0.2.2") != host("192.0.2.1"))
  }

  @Test("a token that could be guessed is refused with what to do")
  func weak() {
    #expect(throws: FeedServerError.weakToken(byteCount: 4)) {
      try ResyncGate(token: Array("abcd".utf8)) { 0 }
    }
  }
}
