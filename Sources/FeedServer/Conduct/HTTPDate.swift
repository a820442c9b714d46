/// Dates of HTTP (RFC 9110 §5.6.7): one form is written, three are read.
enum HTTPDate {
  /// Writes IMF-fixdate, `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func imfFixdate(_ seconds: Int64) -> String {
    let days = Int(floorDivide(seconds, 86_400))
    let time = Int(seconds - Int64(days) * 86_400)
    let (year, month, day) = civil(days: days)
    // 1970-01-01 was a Thursday.
    let weekday = weekdays[((days + 4) % 7 + 7) % 7]
    return "\(weekday.prefix(3)), \(two(day)) \(months[month - 1]) \(four(year)) "
      + "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60)) GMT"
  }

  /// Reads IMF-fixdate, the obsolete RFC 850 form, or that of C's `asctime`.
  ///
  /// - Parameters:
  ///   - text: The field value.
  ///   - now: Seconds since 1970, by which a two-digit year is placed: at most 50 years ahead.
  /// - Returns: Seconds since 1970, or nil for what is no date; the field is then ignored (RFC 9110
  ///   §13.1.3).
  static func seconds(_ text: String, now: Int64) -> Int64? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    switch parts.count {
    case 6 where parts[5] == "GMT" && parts[0].last == ",":
      guard weekdays.contains(where: { $0.prefix(3) == parts[0].dropLast() }) else { return nil }
      return instant(day: parts[1], month: parts[2], year: parts[3], time: parts[4])
    case 4 where parts[3] == "GMT" && parts[0].last == ",":
      guard weekdays.contains(where: { $0 == parts[0].dropLast() }) else { return nil }
      let date = parts[1].split(separator: "-", omittingEmptySubsequences: false)
      guard date.count == 3, date[2].count == 2, let short = number(date[2]) else { return nil }
      let (thisYear, _, _) = civil(days: Int(floorDivide(now, 86_400)))
      var year = thisYear - thisYear % 100 + short
      if year > thisYear + 50 { year -= 100 }
      return instant(day: date[0], month: date[1], year: Substring(four(year)), time: parts[2])
    case 5 where weekdays.contains(where: { $0.prefix(3) == parts[0] }):
      return instant(day: parts[2], month: parts[1], year: parts[4], time: parts[3])
    default:
      return nil
    }
  }

  private static func instant(
    day: Substring, month: Substring, year: Substring, time: Substring
  ) -> Int64? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false)
    guard
      let day = number(day), (1...31).contains(day),
      let month = months.firstIndex(where: { $0 == month }),
      year.count == 4, let year = number(year),
      clock.count == 3, clock.allSatisfy({ $0.count == 2 }),
      let hour = number(clock[0]), hour < 24,
      let minute = number(clock[1]), minute < 60,
      let second = number(clock[2]), second <= 60  // a leap second
    else { return nil }
    let days = days(year: year, month: month + 1, day: day)
    return Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  private static func four(_ value: Int) -> String {
    String(String(value + 10_000).dropFirst())
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-Compatible
  /// Low-Level Date Algorithms").
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse of `days(year:month:day:)`.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
