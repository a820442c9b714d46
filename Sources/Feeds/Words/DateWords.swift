public import FoundationEssentials
internal import NewsModel

/// Writes days and times in a language; times are UTC, as in the documents.
public struct DateWords: Hashable, Sendable {
  /// The months, January first, as they stand in a date.
  public var months: [String]
  /// A date with `D` for the day, `M` for the month's name and `Y` for the year.
  public var pattern: String

  /// Makes the words from the names of the months, separated by spaces, and a pattern.
  public init(months: String, pattern: String) {
    self.months = months.split(separator: " ").map(String.init)
    self.pattern = pattern
  }

  /// The day: `21 November 2026`.
  public func day(_ date: Date) -> String {
    let time = CivilTime(date)
    return pattern.reduce(into: "") { text, letter in
      switch letter {
      case "D": text += String(time.day)
      case "M": text += months[time.month - 1]
      case "Y": text += String(time.year)
      default: text.append(letter)
      }
    }
  }

  /// The month and the year: `November 2026`.
  public func month(_ date: Date) -> String {
    let time = CivilTime(date)
    return months[time.month - 1] + " " + String(time.year)
  }

  /// The time of the day: `09:05`.
  public func time(_ date: Date) -> String {
    let time = CivilTime(date)
    return (time.hour < 10 ? "0" : "") + String(time.hour) + ":" + (time.minute < 10 ? "0" : "")
      + String(time.minute)
  }

  /// The day and the time: `21 November 2026, 09:05 UTC`.
  public func dayAndTime(_ date: Date) -> String { "\(day(date)), \(time(date)) UTC" }
}
