import Testing

@testable import FeedServer

@Suite("Answers of hubs")
struct HubVerdictTests {
  private func verdict(_ status: Int, _ retryAfter: String? = nil) -> HubVerdict {
    HubVerdict(
      status: status, retryAfter: retryAfter, location: "https://new.example/", now: Fixture.now)
  }

  @Test("every 2xx is a yes", arguments: [200, 202, 204])
  func accepted(status: Int) {
    #expect(verdict(status) == .accepted)
  }

  @Test("what may go away is tried again", arguments: [408, 425, 429, 500, 502, 503, 599])
  func failed(status: Int) {
    #expect(verdict(status) == .failed("it answers \(status)", retryAfter: nil))
  }

  @Test("what a person must mend is not", arguments: [400, 401, 403, 404, 405, 410])
  func refused(status: Int) {
    #expect(verdict(status) == .refused("it answers \(status)"))
  }

  @Test("a redirect is not followed, and names the other address")
  func redirect() {
    #expect(verdict(301) == .refused("it answers 301, see https://new.example/"))
  }

  @Test(
    "RFC 9110 §10.2.3 Retry-After is seconds or a date, up to a day",
    arguments: [
      ("120", 120), ("Sat, 21 Nov 2026 12:05:00 GMT", 300), ("999999", 86_400),
      ("0", nil), ("-5", nil), ("soon", nil), ("Sat, 21 Nov 2026 11:05:00 GMT", nil),
    ] as [(String, Int?)])
  func retryAfter(text: String, seconds: Int?) {
    #expect(
      verdict(503, text) == .failed("it answers 503", retryAfter: seconds.map { .seconds($0) }))
  }

  @Test("pauses double up to an hour, lie in their upper half, and are no shorter than asked for")
  func pauses() {
    let times = PingTimes()
    let upper = (1...14).map { times.pause(failures: $0, retryAfter: nil, random: 1) }
    let seconds = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600, 3600]

    #expect(upper == seconds.map { Duration.seconds($0) })
    #expect(times.pause(failures: 2, retryAfter: nil, random: 0) == .seconds(5))
    #expect(times.pause(failures: 1, retryAfter: .seconds(90), random: 0) == .seconds(90))
    #expect(times.pause(failures: 6, retryAfter: .seconds(1), random: 0) == .seconds(80))
  }

  @Test("the pauses before a hub is given up make a day")
  func aDay() {
    let times = PingTimes()
    let pauses = (1..<times.attempts).map {
      times.pause(failures: $0, retryAfter: nil, random: 0.5)
    }

    #expect((64_800...108_000).contains(pauses.reduce(.zero, +) / .seconds(1)))
  }

  @Test("the form says the topic in both names, percent-encoded")
  func form() {
    let ping = HubPing(hub: "h", topic: "http://h.example/é?a=1&b=2", digest: "")
    let topic = "http%3A%2F%2Fh.example%2F%C3%A9%3Fa%3D1%26b%3D2"

    #expect(ping.form == "hub.mode=publish&hub.url=\(topic)&hub.topic=\(topic)")
  }
}
