import FoundationEssentials
import NewsModel
import Testing

@testable import Articles

@Suite("DateReading")
struct DateReadingTests {
  @Test(
    "one moment, as feeds, pages and newspapers write it",
    arguments: [
      "2026-11-21T09:05:00Z", "2026-11-21T10:05:00+01:00", "2026-11-21 09:05", "20261121T090500Z",
      "Sat, 21 Nov 2026 09:05:00 GMT", "Sat, 21 Nov 26 04:05:00 EST", "1795251900",
      "1795251900000", "1795251900000000", "20261121090500", "21.11.2026 09:05",
      "November 21, 2026 at 4:05 a.m. EST", "21 novembre 2026 à 9h05", "2026年11月21日 9:05",
      "Published: 2026-11-21 09:05", "09:05, 21 November 2026", "Sat Nov 21 09:05:00 UTC 2026",
      "Sat Nov 21 10:05:00 CET 2026", "1795251900.25", "/Date(1795251900000+0100)/",
    ])
  func forms(text: String) {
    #expect(DateReading.read(text)?.moment == Date(timeIntervalSince1970: 1_795_251_900))
    #expect(DateReading.read(text)?.hasTime == true)
  }

  @Test("the thousandth of a second is kept, and what is finer is cut")
  func fractions() {
    for text in ["2026-11-20T10:00:00.999Z", "2026-11-20T10:00:00.999999Z"] {
      #expect(
        DateReading.read(text).map { Timestamp.rfc3339($0.moment) } == "2026-11-20T10:00:00.999Z")
    }
  }

  @Test(
    "a day alone is its first moment in UTC, and says that it has no time",
    arguments: [
      "2026-11-21", "20261121", "21.11.2026", "21.11.26", "21 November 2026", "11/21/2026",
      "2026. november 21.", "21 Νοεμβρίου 2026", "٢١ نوفمبر ٢٠٢٦", "21. marraskuuta 2026",
      "21 noiembrie 2026", "21 ноември 2026", "21 בנובמבר 2026", "21 de novembro de 2026",
      "21. listopadu 2026",
    ])
  func days(text: String) {
    let date = DateReading.read(text)

    #expect(date?.moment == Date(timeIntervalSince1970: 1_795_219_200))
    #expect(date?.hasTime == false)
  }

  @Test("day and month that could change places are neither, unless the language settles it")
  func order() {
    func day(_ language: String?) -> String? {
      DateReading.read("03/04/2026", language: language).map { Timestamp.rfc3339($0.moment) }
    }
    #expect(day(nil) == nil && day("en") == nil)
    #expect(day("fr") == "2026-04-03T00:00:00Z" && day("en-GB") == "2026-04-03T00:00:00Z")
    #expect(day("en-US") == "2026-03-04T00:00:00Z")
  }

  @Test("leap days are days where there are some")
  func leapDays() {
    #expect(
      DateReading.read("2028-02-29")?.moment
        == Date(
          timeIntervalSince1970: Double(CivilTime.days(year: 2028, month: 2, day: 29)) * 86_400))
    #expect(DateReading.read("2026-02-29") == nil && DateReading.read("2100-02-29") == nil)
  }

  @Test(
    "what is no date is none",
    arguments: [
      "", " ", "yesterday", "2026", "2026-13-01", "2026-11-31", "10.15.8.1", "0", "1970-01-01",
      "The council met on Monday.", String(repeating: "9", count: 500),
      String(repeating: "1 ", count: 60), "0001-01-01", "0001-01-01T00:00:00Z",
      "Mon, 01 Jan 0001 00:00:00 GMT", "01/13/0026",
      // Moments of the year 10000, which no four digits can write.
      "9999-12-31T23:59:60Z", "9999-12-31T23:30:00-01:00", "99991231T233000-0100",
    ])
  func noDates(text: String) {
    #expect(DateReading.read(text) == nil)
  }

  @Test("the day that an address states, and none of a number that only looks like one")
  func addresses() {
    let day = Date(timeIntervalSince1970: 1_795_219_200)
    for path in ["2026/11/21/ferry", "2026/nov/21/ferry", "ferry-2026-11-21", "20261121/ferry"] {
      #expect(AddressDate.read("https://gull.example/\(path)") == day, "\(path)")
    }
    #expect(AddressDate.read("https://gull.example/1/2/3") == nil)
    #expect(AddressDate.read("https://20261121.example/ferry") == nil)
  }
}
