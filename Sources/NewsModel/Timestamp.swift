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
  /// - Returns: The instant, or nil if the text is no such date.
  public static func rfc3339(_ text: String) -> Date? {
    var whole = text
    var fraction: Int64 = 0
    if let point = text.firstIndex(of: ".") {
      let digits = text[text.index(after: point)...].prefix { ("0"..."9").contains($0) }
      guard let value = Int64((digits + "00").prefix(3)), !digits.isEmpty else { return nil }
      fraction = value
      whole = String(text[..<point] + text[digits.endIndex...])
    }
    // The style's error says only that the text is no such date; nil says the same.
    guard let date = try? Date.ISO8601FormatStyle().parse(whole) else { return nil }
    return Timestamp.date(milliseconds: milliseconds(date) + fraction)
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
