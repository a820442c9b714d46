public import FoundationEssentials

/// An instant as the calendar and the clock of UTC show it (proleptic Gregorian calendar).
///
/// Computed with integers: `Date.ISO8601FormatStyle` would take most of the time that rendering a
/// feed takes.
public struct CivilTime: Hashable, Sendable {
  /// The year, 0 to 9999 in anything that is published.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, 1 to 31.
  public var day: Int
  /// The hour, 0 to 23.
  public var hour: Int
  /// The minute, 0 to 59.
  public var minute: Int
  /// The second, 0 to 59.
  public var second: Int
  /// The millisecond, 0 to 999.
  public var millisecond: Int
  /// The day of the week, 0 for Sunday to 6 for Saturday.
  public var weekday: Int

  /// Splits an instant, rounded to the nearest millisecond.
  public init(_ date: Date) { self.init(milliseconds: Timestamp.milliseconds(date)) }

  /// Splits an instant.
  ///
  /// - Parameter milliseconds: The milliseconds since 1970-01-01T00:00:00Z.
  public init(milliseconds: Int64) {
    let (days, inDay) = Self.floorDivision(Int(milliseconds), by: 86_400_000)
    millisecond = inDay % 1000
    second = inDay / 1000 % 60
    minute = inDay / 60_000 % 60
    hour = inDay / 3_600_000
    // 1970-01-01 was a Thursday.
    weekday = Self.floorDivision(days + 4, by: 7).remainder
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days: years begin
    // on 1 March, eras are 400 years, and day 719,468 of that count is 1970-01-01.
    let (era, dayOfEra) = Self.floorDivision(days + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The days from 1970-01-01 to a date: days_from_civil of the same algorithms.
  public static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = floorDivision(shiftedYear, by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The days from 1970-01-01 to a day of the same calendar; nil if the month has no such day.
  public static func validDays(year: Int, month: Int, day: Int) -> Int? {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return day <= length ? days(year: year, month: month, day: day) : nil
  }

  private static func floorDivision(_ value: Int, by divisor: Int) -> (
    quotient: Int, remainder: Int
  ) {
    let remainder = ((value % divisor) + divisor) % divisor
    return ((value - remainder) / divisor, remainder)
  }
}
