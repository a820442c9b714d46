import FoundationEssentials
import NewsModel
import Testing

@Suite("Timestamp")
struct TimestampTests {
  @Test("writes RFC 3339 with milliseconds only where there are some")
  func writesRFC3339() {
    #expect(Timestamp.rfc3339(Timestamp.date(milliseconds: 0)) == "1970-01-01T00:00:00Z")
    #expect(
      Timestamp.rfc3339(Timestamp.date(milliseconds: 1_793_264_700_007))
        == "2026-10-29T09:05:00.007Z")
  }

  @Test("reads back what it writes", arguments: [0, 999, 1_793_264_700_007, -1, 4_102_444_800_000])
  func roundTrip(milliseconds: Int64) {
    let date = Timestamp.date(milliseconds: milliseconds)

    let again = Timestamp.rfc3339(Timestamp.rfc3339(date))

    #expect(again.map(Timestamp.milliseconds) == milliseconds)
  }

  @Test("refuses what is no date", arguments: ["", "yesterday", "2026-13-01T00:00:00Z"])
  func refuses(text: String) {
    #expect(Timestamp.rfc3339(text) == nil)
  }

  @Test("writes the RSS form in GMT")
  func writesRFC822() {
    #expect(
      Timestamp.rfc822(Timestamp.date(milliseconds: 1_793_264_700_999))
        == "Thu, 29 Oct 2026 09:05:00 GMT")
  }
}
