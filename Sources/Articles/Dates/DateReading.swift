import FoundationEssentials

/// Reads dates as articles and their metadata write them.
///
/// RFC 3339 and the ISO 8601 forms around it, RFC 822, seconds or milliseconds since 1970,
/// `21.11.2026`, `November 21, 2026 at 9:05 a.m. EST`, `21 novembre 2026 à 9h05`,
/// `2026年11月21日 9:05`. A time without a zone is taken for UTC. `03/04/2026` is two dates and read
/// as neither, unless the article's language settles it.
enum DateReading {
  /// A longer text is a sentence that holds a date, not a date.
  private static let lengthLimit = 80

  /// Reads a text that is a date.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: The article's language, which settles the order of day and month.
  /// - Returns: The date; nil if it is none, or lies outside 1970 to 9999.
  static func read(_ text: String, language: String? = nil) -> StatedDate? {
    guard text.utf8.count <= lengthLimit * 2 else { return nil }
    let tokens = DateToken.tokens(of: text)
    guard !tokens.isEmpty, tokens.count <= 40 else { return nil }
    if tokens.count == 1, case .number(let digits) = tokens[0] { return plainDigits(digits) }
    if let fraction = secondsWithFraction(tokens) ?? dotNet(tokens) { return fraction }
    if let iso = isoForm(tokens) { return iso }
    return looseForm(tokens, language: language)
  }

  /// `20261121`, `20261121090500`, or seconds, milliseconds or microseconds since 1970.
  private static func plainDigits(_ digits: String) -> StatedDate? {
    guard let number = Int(digits) else { return nil }
    switch digits.count {
    case 8:
      let day = CivilMoment(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      return day.stated(hasTime: false)
    case 9, 10:
      return StatedDate(Date(timeIntervalSince1970: Double(number)), hasTime: true)
    case 12, 13:
      return StatedDate(Date(timeIntervalSince1970: Double(number) / 1000), hasTime: true)
    case 14:
      var moment = CivilMoment(
        year: number / 10_000_000_000, month: number / 100_000_000 % 100,
        day: number / 1_000_000 % 100)
      moment.hour = number / 10_000 % 100
      moment.minute = number / 100 % 100
      moment.second = number % 100
      return moment.stated(hasTime: true)
    case 16:
      return StatedDate(
        Date(timeIntervalSince1970: Double(number / 1000) / 1000), hasTime: true)
    default: return nil
    }
  }

  /// `1795165500.25`, seconds since 1970 as Python's clock has them.
  private static func secondsWithFraction(_ tokens: [DateToken]) -> StatedDate? {
    guard tokens.count == 3, case .number(let whole) = tokens[0], tokens[1] == .mark("."),
      case .number = tokens[2], whole.count == 9 || whole.count == 10
    else { return nil }
    return plainDigits(whole)
  }

  /// `/Date(1795165500000+0100)/`, as .NET writes it into JSON.
  private static func dotNet(_ tokens: [DateToken]) -> StatedDate? {
    guard tokens.count >= 6, tokens[0] == .mark("/"), tokens[1] == .word("date"),
      tokens[2] == .mark("("), case .number(let digits) = tokens[3]
    else { return nil }
    return plainDigits(digits)
  }

  /// Begins with year, month and day in numbers: `2026-11-21…`, `2026/11/21…`, `2026.11.21`,
  /// `2026年11月21日`.
  private static func isoForm(_ tokens: [DateToken]) -> StatedDate? {
    guard tokens.count >= 5, case .number(let year) = tokens[0], year.count == 4,
      case .mark(let first) = tokens[1], "-/.年년".contains(first),
      case .number(let month) = tokens[2], month.count <= 2, case .mark(let second) = tokens[3],
      "-/.月월".contains(second), case .number(let day) = tokens[4], day.count <= 2
    else {
      return compactForm(tokens)
    }
    guard let moment = civil(year, month, day) else { return nil }
    var rest = tokens[5...]
    if case .mark(let mark)? = rest.first, "日일".contains(mark) { rest.removeFirst() }
    return withTime(moment, rest)
  }

  /// ISO 8601 basic form, `20261121T090500Z`.
  private static func compactForm(_ tokens: [DateToken]) -> StatedDate? {
    guard tokens.count >= 3, case .number(let day) = tokens[0], day.count == 8,
      case .word("t") = tokens[1], case .number(let time) = tokens[2], time.count == 6,
      let number = Int(day), let clock = Int(time)
    else { return nil }
    var moment = CivilMoment(
      year: number / 10_000, month: number / 100 % 100, day: number % 100)
    moment.hour = clock / 10_000
    moment.minute = clock / 100 % 100
    moment.second = clock % 100
    var scanner = TimeScanner(tokens: tokens[3...])
    moment.secondsFromUTC = scanner.zone() ?? 0
    return moment.stated(hasTime: true)
  }

  /// A month's name or a day, month and year in numbers, with other words around.
  private static func looseForm(_ tokens: [DateToken], language: String?) -> StatedDate? {
    var place = 0
    while place < tokens.count {
      if case .word(let word) = tokens[place], let month = MonthNames.month(word),
        let found = around(month, at: place, in: tokens)
      {
        return found
      }
      if case .number(let digits) = tokens[place] {
        if let found = numbers(at: place, in: tokens, language: language) { return found }
        // `Published: 2026-11-21 09:05`
        if place > 0, digits.count == 4, let found = isoForm(Array(tokens[place...])) {
          return found
        }
      }
      place += 1
    }
    return nil
  }

  /// `21 November 2026`, `21st of November, 2026`, `November 21, 2026`, `21 Nov 26`.
  private static func around(_ month: Int, at place: Int, in tokens: [DateToken]) -> StatedDate? {
    let before = tokens[..<place].last { $0.isNumber }
    var after = tokens[(place + 1)...]
    var numbers: [String] = []
    if let found = programsForm(month, after) { return found }
    while numbers.count < 2, let token = after.first {
      if case .number(let digits) = token {
        // `9:05` is a time already.
        if case .mark(":")? = after.dropFirst().first { break }
        if numbers.isEmpty, digits.count > 4 { return nil }
        numbers.append(digits)
        after.removeFirst()
        if digits.count == 4 { break }
      } else if case .mark(let mark) = token, ",./-".contains(mark) {
        after.removeFirst()
      } else if case .word(let word) = token, fillers.contains(word) {
        after.removeFirst()
      } else {
        break
      }
    }
    if numbers.count == 2, numbers[1].count == 4 || numbers[1].count == 2,
      let moment = civil(numbers[1], String(month), numbers[0])
    {
      return withTime(moment, after)
    }
    guard case .number(let day)? = before else { return nil }
    // `2026. november 21.`: Hungarian, and some programs, begin with the year.
    if day.count == 4, let own = numbers.first, own.count <= 2,
      let moment = civil(day, String(month), own)
    {
      return withTime(moment, tokens[(place + 1)...].drop { $0 != .number(own) }.dropFirst())
    }
    guard let year = numbers.first, year.count != 3,
      let moment = civil(year, String(month), day)
    else { return nil }
    if numbers.count == 2 {
      after = tokens[(place + 1)...].drop { $0 != .number(year) }.dropFirst()
    }
    let late = withTime(moment, after)
    // `09:05, 21 November 2026`
    if late?.hasTime == false, case let early = TimeScanner.firstTime(tokens[..<place]), let early {
      return withTime(moment, early)
    }
    return late
  }

  /// `Sat Nov 21 09:05:00 CET 2026`: `date` of Unix, `Date.toString` of Java, and asctime.
  private static func programsForm(
    _ month: Int, _ after: ArraySlice<DateToken>
  ) -> StatedDate? {
    guard after.count >= 6, case .number(let day)? = after.first, day.count <= 2,
      case let rest = after.dropFirst(), case .number(let hour)? = rest.first, hour.count <= 2,
      rest.dropFirst().first == .mark(":"), case .number(let year)? = rest.last, year.count == 4,
      let moment = civil(year, String(month), day)
    else { return nil }
    return withTime(moment, rest.dropLast())
  }

  /// `21.11.2026`, `21.11.26`, `21/11/2026`, `11/21/2026`.
  private static func numbers(
    at place: Int, in tokens: [DateToken], language: String?
  ) -> StatedDate? {
    guard place + 4 < tokens.count, case .number(let first) = tokens[place], first.count <= 2,
      case .mark(let mark) = tokens[place + 1], "./-".contains(mark),
      case .number(let second) = tokens[place + 2], second.count <= 2,
      tokens[place + 3] == .mark(mark), case .number(let year) = tokens[place + 4],
      let left = Int(first), let right = Int(second)
    else { return nil }
    // `21.11.26`; a number with more parts is a version or an address.
    let isShort =
      year.count == 2 && mark == "." && first.count == 2 && second.count == 2
      && !(place + 6 < tokens.count && tokens[place + 5] == .mark(".")
        && tokens[place + 6].isNumber)
    guard year.count == 4 || isShort else { return nil }
    let isDayFirst: Bool
    if left > 12 || mark == "." || left == right {
      isDayFirst = true
    } else if right > 12 || language == "en-US" {
      isDayFirst = false
    } else if let language, language != "en", !language.hasPrefix("en-") || language == "en-GB" {
      isDayFirst = true
    } else {
      return nil
    }
    guard let moment = isDayFirst ? civil(year, second, first) : civil(year, first, second) else {
      return nil
    }
    let late = withTime(moment, tokens[(place + 5)...])
    if late?.hasTime == false, let early = TimeScanner.firstTime(tokens[..<place]) {
      return withTime(moment, early)
    }
    return late
  }

  private static func withTime(
    _ moment: CivilMoment, _ tokens: ArraySlice<DateToken>
  ) -> StatedDate? {
    guard let place = TimeScanner.firstTime(tokens) else {
      return moment.stated(hasTime: false)
    }
    var scanner = TimeScanner(tokens: place)
    var timed = moment
    guard scanner.scan(into: &timed) else {
      return moment.stated(hasTime: false)
    }
    return timed.stated(hasTime: true)
  }

  private static func civil(_ year: String, _ month: String, _ day: String) -> CivilMoment? {
    guard var number = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    // RFC 822's two digits, read as RFC 2822 §4.3 says. `0001-01-01` is an unset date of Go and
    // .NET.
    if year.utf8.count <= 2 { number += number < 50 ? 2000 : 1900 }
    return CivilMoment(year: number, month: month, day: day)
  }

  private static let fillers: Set = ["de", "del", "of", "st", "nd", "rd", "th", "r", "г", "р", "d"]
}
