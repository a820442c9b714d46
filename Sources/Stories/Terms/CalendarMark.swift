/// The part of the calendar that a term names: a day of the week, a month or a year.
struct CalendarMark: Hashable, Sendable {
  /// 0 for nothing, 1 to 7 from Monday to Sunday, 8 for a month, and years from 9 on.
  private let value: UInt8

  /// A word that names nothing of the calendar.
  static let none = CalendarMark(value: 0)
  /// The name of a month.
  static let month = CalendarMark(value: 8)
  /// The years that a number of four digits may be.
  private static let years = 1900...2099
  private static let firstYear = 9

  private init(value: UInt8) { self.value = value }

  /// The mark as one byte, to store it.
  var packed: UInt8 { value }

  /// Takes a mark from its byte.
  init(packed: UInt8) { value = packed }

  /// A day of the week, 1 for Monday to 7 for Sunday.
  init(weekday: UInt8) { value = min(7, weekday) }

  /// Reads a number: a year if it has four digits and is near ours, else nothing.
  init(number: some Collection<UInt8>) {
    guard number.count == 4, number.allSatisfy({ (0x30...0x39).contains($0) }) else {
      value = 0
      return
    }
    let year = number.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    value = Self.years.contains(year) ? UInt8(Self.firstYear + year - Self.years.lowerBound) : 0
  }

  /// The bit of a day of the week, Monday in the lowest; zero for anything else.
  var weekdayBit: UInt8 { (1...7).contains(value) ? 1 << (value - 1) : 0 }

  /// The year that it names.
  var year: Int? {
    Int(value) >= Self.firstYear ? Int(value) - Self.firstYear + Self.years.lowerBound : nil
  }

  /// Whether an article of a year says nothing with it that any other one of its time would not: a
  /// day of the week, a month, its own year or one near.
  func isOfAnyDay(in published: Int?) -> Bool {
    guard let year else { return value > 0 }
    guard let published else { return true }
    return abs(year - published) <= 2
  }
}
