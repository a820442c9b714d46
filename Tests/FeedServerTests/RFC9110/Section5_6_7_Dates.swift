import Testing

@testable import FeedServer

@Suite("RFC 9110 §5.6.7: dates")
struct Section5_6_7_Dates {
  @Test(
    "each of the three forms is read as the same instant",
    arguments: [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    ])
  func forms(text: String) {
    #expect(HTTPDate.seconds(text, now: Fixture.now) == 784_111_777)
  }

  @Test(
    "a two-digit year lies at most 50 years ahead",
    arguments: [
      ("Sunday, 06-Nov-76 08:49:37 GMT", "Fri, 06 Nov 2076 08:49:37 GMT"),
      ("Sunday, 06-Nov-77 08:49:37 GMT", "Sun, 06 Nov 1977 08:49:37 GMT"),
      ("Sunday, 06-Nov-26 08:49:37 GMT", "Fri, 06 Nov 2026 08:49:37 GMT"),
    ])
  func shortYears(text: String, same: String) throws {
    let seconds = try #require(HTTPDate.seconds(text, now: Fixture.now))

    #expect(HTTPDate.imfFixdate(seconds) == same)
  }

  @Test(
    "what is no date is none",
    arguments: [
      "", "yesterday", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
      "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 8:49:37 GMT",
      "Xxx, 06 Nov 1994 08:49:37 GMT",
      "Sun, 06 Abc 1994 08:49:37 GMT", "Sun, 0x Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 94 08:49:37 GMT",
      "784111777", "Sunday, 06-Nov-1994 08:49:37 GMT",
    ])
  func noDates(text: String) {
    #expect(HTTPDate.seconds(text, now: Fixture.now) == nil)
  }

  @Test(
    "what is written is read back",
    arguments: [0, 1, 86_399, 784_111_777, 951_782_400, 951_868_800, 1_795_262_400, 4_102_444_799])
  func roundTrip(seconds: Int64) {
    #expect(HTTPDate.seconds(HTTPDate.imfFixdate(seconds), now: Fixture.now) == seconds)
  }
}
