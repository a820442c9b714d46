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
    #expect(try gate().judge(value) == .unauthorised)
  }

  @Test("the scheme is read in any case", arguments: ["Bearer", "bearer", "BEARER"])
  func right(scheme: String) throws {
    #expect(try gate().judge("\(scheme) \(token)") == .admitted)
  }

  @Test("one resync in ten seconds is admitted, and others are told when")
  func rate() throws {
    let gate = try gate()

    #expect(gate.judge("Bearer \(token)") == .admitted)
    clock.advance(4)
    #expect(gate.judge("Bearer \(token)") == .tooMany(seconds: 6))
    clock.advance(6)
    #expect(gate.judge("Bearer \(token)") == .admitted)
  }

  @Test("after ten wrong tokens in a minute even the right one waits")
  func guessing() throws {
    let gate = try gate()
    for _ in 0..<ResyncGate.wrongTokens { _ = gate.judge("Bearer x") }

    guard case .tooMany = gate.judge("Bearer \(token)") else {
      Issue.record("guessing is not slowed down")
      return
    }
    clock.advance(60)
    #expect(gate.judge("Bearer \(token)") == .admitted)
  }

  @Test("a token that could be guessed is refused with what to do")
  func weak() {
    #expect(throws: FeedServerError.weakToken(byteCount: 4)) {
      try ResyncGate(token: Array("abcd".utf8)) { 0 }
    }
  }
}
