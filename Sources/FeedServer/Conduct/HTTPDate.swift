import FoundationEssentials
import NewsModel

/// Dates of HTTP (RFC 9110 §5.6.7): one form is written, three are read.
///
/// By hand, because Foundation on Linux has no style for them (Swift 6.3), and none of its others
/// reads the two obsolete forms. What is written is the text of RSS; the calendar is `CivilTime`'s.
enum HTTPDate {
  /// Writes IMF-fixdate, `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func imfFixdate(_ seconds: Int64) -> String {
    Timestamp.rfc822(Date(timeIntervalSince1970: Double(seconds)))
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
      let thisYear = CivilTime(milliseconds: now * 1000).year
      var year = thisYear - thisYear % 100 + short
      if year > thisYear + 50 { year -= 100 }
      return instant(day: date[0], month: date[1], year: "\(year)", time: parts[2])
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
    let days = CivilTime.days(year: year, month: month + 1, day: day)
    return Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
