import FoundationEssentials
import NewsModel

/// A day of the Gregorian calendar and a time of it, as written, with its distance from UTC.
struct CivilMoment {
  var year: Int
  var month: Int
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0
  var secondsFromUTC = 0

  /// The moment; nil if there is no such day or time, or it is not later than 1970-01-01T00:00:00Z,
  /// or has five digits of a year in UTC, which no feed and no state can write.
  ///
  /// The first moment of 1970 is an unset number, and earlier dates are no news.
  var date: Date? {
    guard (1970...9999).contains(year), (0...24).contains(hour),
      let days = CivilTime.validDays(year: year, month: month, day: day),
      (0...59).contains(minute), (0...60).contains(second), abs(secondsFromUTC) <= 14 * 3600
    else { return nil }
    guard hour < 24 || (minute == 0 && second == 0) else { return nil }
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - secondsFromUTC
    let milliseconds = seconds * 1000 + millisecond
    let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return Self.isDateOfNews(date) ? date : nil
  }

  /// Whether a moment is one that an article can state. A leap second and a zone carry the last day
  /// of 9999 into the year after it.
  static func isDateOfNews(_ date: Date) -> Bool {
    date.timeIntervalSince1970 > 0 && date.timeIntervalSince1970 < end
  }

  /// The first moment of the year 10000, in seconds since 1970-01-01T00:00:00Z.
  private static let end = Double(CivilTime.days(year: 10_000, month: 1, day: 1) * 86_400)

  /// The date as an article states it; nil as `date` is.
  func stated(hasTime: Bool) -> StatedDate? {
    date.map { StatedDate($0, hasTime: hasTime, secondsFromUTC: secondsFromUTC) }
  }
}
