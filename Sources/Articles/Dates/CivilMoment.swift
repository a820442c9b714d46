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

  /// The moment; nil if there is no such day or time, or it is not later than 1970-01-01T00:00:00Z.
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
    guard milliseconds > 0 else { return nil }
    return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// The date as an article states it; nil as `date` is.
  func stated(hasTime: Bool) -> StatedDate? {
    date.map { StatedDate($0, hasTime: hasTime, secondsFromUTC: secondsFromUTC) }
  }
}
