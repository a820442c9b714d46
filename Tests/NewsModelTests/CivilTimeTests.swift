import FoundationEssentials
import NewsModel
import Testing

@Suite struct CivilTimeTests {
  @Test(
    "an instant shows the calendar of UTC, on leap days and before 1970 too",
    arguments: [
      (0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
      (-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
      (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
      (951_868_799, "2000-02-29T23:59:59Z", "Tue, 29 Feb 2000 23:59:59 GMT"),
      (4_107_542_400, "2100-03-01T00:00:00Z", "Mon, 01 Mar 2100 00:00:00 GMT"),
      (1_795_251_900, "2026-11-21T09:05:00Z", "Sat, 21 Nov 2026 09:05:00 GMT"),
    ])
  func knownInstants(seconds: Int, rfc3339: String, rfc822: String) {
    let date = Date(timeIntervalSince1970: Double(seconds))

    #expect(Timestamp.rfc3339(date) == rfc3339)
    #expect(Timestamp.rfc822(date) == rfc822)
  }

  @Test("every day from 1900 to 2200 is written as Foundation writes it")
  func agreesWithFoundation() {
    for day in stride(from: -25_567, to: 84_000, by: 1) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 45_296)
      let expected = date.formatted(Date.ISO8601FormatStyle())
      guard Timestamp.rfc3339(date) != expected else { continue }
      Issue.record("\(Timestamp.rfc3339(date)) instead of \(expected)")
      return
    }
  }
}
