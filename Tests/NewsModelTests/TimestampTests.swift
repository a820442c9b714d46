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

  @Test(
    "writes RFC 3339 by another clock than UTC's, the day that it shows",
    arguments: [
      (0, "2026-11-20T23:30:00Z"), (3600, "2026-11-21T00:30:00+01:00"),
      (-12_600, "2026-11-20T20:00:00-03:30"), (20_700, "2026-11-21T05:15:00+05:45"),
      (59, "2026-11-20T23:30:00Z"), (-60, "2026-11-20T23:29:00-00:01"),
    ])
  func writesOffset(secondsFromUTC: Int, text: String) throws {
    let date = Timestamp.date(milliseconds: 1_795_217_400_000)

    #expect(Timestamp.rfc3339(date, secondsFromUTC: secondsFromUTC) == text)
    #expect(Timestamp.rfc3339(text) == Timestamp.rfc3339(Timestamp.rfc3339(date)))
  }

  @Test(
    "reads back what it writes, in the year 1 and before the calendar was reformed too",
    arguments: [
      0, 999, 1_793_264_700_007, -1, 4_102_444_800_000, -62_135_596_800_000, -30_200_083_200_193,
      -12_219_292_800_001, -12_219_292_800_000, 253_402_300_799_999,
    ])
  func roundTrip(milliseconds: Int64) {
    let date = Timestamp.date(milliseconds: milliseconds)

    let again = Timestamp.rfc3339(Timestamp.rfc3339(date))

    #expect(again.map(Timestamp.milliseconds) == milliseconds)
  }

  @Test(
    "refuses what is no date",
    arguments: [
      "", "yesterday", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-1-01T00:00:00Z",
      "2026-01-01T24:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z", "2026-01-01",
      "2026-01-01T00:00:00Zx", "2026-01-01T00:00:00+1", "12026-01-01T00:00:00Z",
      "２026-01-01T00:00:00Z",
    ])
  func refuses(text: String) {
    #expect(Timestamp.rfc3339(text) == nil)
  }

  @Test(
    "reads zones, small letters and fractions of any length",
    arguments: [
      ("2026-10-29T10:05:00+01:00", 0), ("2026-10-29T03:35:00-0530", 0),
      ("2026-10-29 09:05:00.1z", 100), ("2026-10-29t09:05:00.0079999999Z", 7),
      ("2026-10-29T09:04:60Z", 0),
    ])
  func reads(text: String, milliseconds: Int64) {
    #expect(
      Timestamp.rfc3339(text).map(Timestamp.milliseconds) == 1_793_264_700_000 + milliseconds)
  }

  @Test("writes the RSS form in GMT")
  func writesRFC822() {
    #expect(
      Timestamp.rfc822(Timestamp.date(milliseconds: 1_793_264_700_999))
        == "Thu, 29 Oct 2026 09:05:00 GMT")
  }
}
