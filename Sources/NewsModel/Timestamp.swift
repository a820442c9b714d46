public import FoundationEssentials

/// Reads and writes instants: RFC 3339 for Atom and JSON Feed, RFC 822 with a four-digit year for
/// RSS.
///
/// An instant here is a `Date` on a whole millisecond, always written in UTC.
public enum Timestamp {
  /// Rounds down to the millisecond, the finest that documents and state carry.
  public static func wholeMillisecond(_ date: Date) -> Date {
    Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded(.down) / 1000)
  }

  /// Milliseconds since 1970-01-01T00:00:00Z, rounded to the nearest.
  public static func milliseconds(_ date: Date) -> Int64 {
    Int64((date.timeIntervalSince1970 * 1000).rounded())
  }

  /// The instant that lies so many milliseconds after 1970-01-01T00:00:00Z.
  public static func date(milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// Writes RFC 3339 (§5.6) with upper-case `T` and `Z`; milliseconds only where there are some.
  public static func rfc3339(_ date: Date) -> String {
    let time = CivilTime(date)
    var text =
      "\(padded(time.year, to: 4))-\(padded(time.month))-\(padded(time.day))"
      + "T\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second))"
    if time.millisecond != 0 { text += ".\(padded(time.millisecond, to: 3))" }
    return text + "Z"
  }

  /// Writes RFC 3339 as a clock shows it that stands so many seconds east of UTC (§5.6
  /// `time-numoffset`); in whole minutes, the finest that an offset has.
  public static func rfc3339(_ date: Date, secondsFromUTC: Int) -> String {
    let minutes = secondsFromUTC / 60
    guard minutes != 0 else { return rfc3339(date) }
    let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
    let clock = rfc3339(date.addingTimeInterval(Double(minutes * 60))).dropLast()
    return "\(clock)\(minutes < 0 ? "-" : "+")\(padded(hours)):\(padded(rest))"
  }

  /// Reads RFC 3339, with or without a fraction, which is rounded down to the millisecond.
  ///
  /// Computed in the calendar that `CivilTime` writes. Foundation's reader counts days before
  /// October 1582 in the Julian one, so that what was written would be read as another day.
  ///
  /// - Returns: The instant, or nil if the text is no such date.
  public static func rfc3339(_ text: String) -> Date? {
    var rest = text.utf8[...]
    guard let year = number(4, &rest), skip(oneOf: "-", &rest), let month = number(2, &rest),
      skip(oneOf: "-", &rest), let day = number(2, &rest), skip(oneOf: "Tt ", &rest),
      let hour = number(2, &rest), hour < 24, skip(oneOf: ":", &rest),
      let minute = number(2, &rest), minute < 60, skip(oneOf: ":", &rest),
      // A leap second.
      let second = number(2, &rest), second <= 60,
      let days = CivilTime.validDays(year: year, month: month, day: day)
    else { return nil }
    var fraction = 0
    if skip(oneOf: ".", &rest) {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      var leading = (Substring(digits.prefix(3)) + "00").utf8[...]
      fraction = number(3, &leading) ?? 0
      rest = rest.dropFirst(digits.count)
    }
    guard let offset = offset(rest) else { return nil }
    let minutes = (days * 24 + hour) * 60 + minute - offset
    return date(milliseconds: Int64((minutes * 60 + second) * 1000 + fraction))
  }

  /// The minutes that a zone is ahead of UTC: `Z`, `+01:00` or `-0530`.
  private static func offset(_ zone: Substring.UTF8View) -> Int? {
    var rest = zone
    if skip(oneOf: "Zz", &rest) { return rest.isEmpty ? 0 : nil }
    let isBehind = rest.first == UInt8(ascii: "-")
    guard skip(oneOf: "+-", &rest), let hours = number(2, &rest), hours < 24 else { return nil }
    _ = skip(oneOf: ":", &rest)
    guard let minutes = number(2, &rest), minutes < 60, rest.isEmpty else { return nil }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }

  /// Reads so many digits.
  private static func number(_ count: Int, _ rest: inout Substring.UTF8View) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Passes over one of the characters, if it stands there.
  private static func skip(oneOf characters: String, _ rest: inout Substring.UTF8View) -> Bool {
    guard let first = rest.first, characters.utf8.contains(first) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Writes the RSS 2.0 form, `Sat, 21 Nov 2026 09:05:00 GMT`; fractions of a second are cut.
  ///
  /// HTTP's IMF-fixdate (RFC 9110 §5.6.7) is the same text.
  public static func rfc822(_ date: Date) -> String {
    let time = CivilTime(date)
    return "\(weekdays[time.weekday]), \(padded(time.day)) \(months[time.month - 1]) "
      + "\(padded(time.year, to: 4)) "
      + "\(padded(time.hour)):\(padded(time.minute)):\(padded(time.second)) GMT"
  }

  private static func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
