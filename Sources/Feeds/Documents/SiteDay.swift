public import FoundationEssentials
internal import NewsModel

/// A day of UTC, by which stories are listed: the day on which a story was first published, which
/// never changes.
public struct SiteDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The days since 1970-01-01.
  private let number: Int

  /// The day of an instant.
  public init(_ date: Date) {
    let time = CivilTime(date)
    number = CivilTime.days(year: time.year, month: time.month, day: time.day)
  }

  /// Reads a day as `description` writes it; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      let number = CivilTime.validDays(year: year, month: month, day: day)
    else { return nil }
    self.number = number
    // "+1" is a number, too.
    guard description == text else { return nil }
  }

  /// Its first instant.
  public var start: Date { Date(timeIntervalSince1970: Double(number) * 86_400) }
  /// The first instant of the next day.
  public var end: Date { Date(timeIntervalSince1970: Double(number + 1) * 86_400) }

  /// The year.
  public var year: Int { CivilTime(start).year }
  /// The month, 1 to 12.
  public var month: Int { CivilTime(start).month }
  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int { CivilTime(start).day }

  /// The day as RFC 3339 writes it: `2026-11-20`.
  public var description: String { String(Timestamp.rfc3339(start).prefix(10)) }

  /// Whether a day is before another.
  public static func < (first: SiteDay, second: SiteDay) -> Bool { first.number < second.number }
}
