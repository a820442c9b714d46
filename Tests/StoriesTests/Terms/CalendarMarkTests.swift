import Testing

@testable import Stories

@Suite("What a word names of the calendar")
struct CalendarMarkTests {
  private func number(_ text: String) -> CalendarMark { CalendarMark(number: Array(text.utf8)) }

  @Test("four digits near our time are a year, other numbers nothing")
  func years() {
    #expect(number("2026").year == 2026)
    #expect(number("1900").year == 1900)
    #expect(number("2099").year == 2099)
    for text in ["1899", "2100", "726", "20260", "12a4"] { #expect(number(text) == .none) }
  }

  @Test("the own year and those near are of any day; years far off are not")
  func own() {
    #expect(number("2026").isOfAnyDay(in: 2026))
    #expect(number("2024").isOfAnyDay(in: 2026))
    #expect(!number("2023").isOfAnyDay(in: 2026))
    #expect(number("1999").isOfAnyDay(in: nil))
    #expect(!CalendarMark.none.isOfAnyDay(in: 2026))
  }

  @Test("days of the week have a bit each, months none")
  func weekdays() {
    #expect(CalendarMark(weekday: 1).weekdayBit == 1)
    #expect(CalendarMark(weekday: 7).weekdayBit == 64)
    #expect(CalendarMark.month.weekdayBit == 0)
    #expect(CalendarMark.month.isOfAnyDay(in: 2026))
  }

  @Test(
    "a date has the year of the Gregorian calendar",
    arguments: [
      (0, 1970), (-1, 1969), (1_798_761_599_999, 2026), (1_798_761_600_000, 2027),
      (951_782_400_000, 2000), (-62_135_596_800_000, 1),
    ] as [(Int64, Int)])
  func published(milliseconds: Int64, year: Int) {
    #expect(PublicationTime(milliseconds: milliseconds, isEvidence: true).year == year)
    #expect(PublicationTime(milliseconds: milliseconds, isEvidence: false).year == nil)
  }
}
