/// Reads a time of day and its zone from the tokens of a date.
struct TimeScanner {
  private var tokens: ArraySlice<DateToken>

  init(tokens: ArraySlice<DateToken>) {
    self.tokens = tokens
  }

  /// The tokens from the first that looks like a time: `9:05`, `9h05`, `9.05 Uhr`, `9 am`, `9时05分`.
  static func firstTime(_ tokens: ArraySlice<DateToken>) -> ArraySlice<DateToken>? {
    var place = tokens.startIndex
    while place < tokens.endIndex {
      if case .number(let hour) = tokens[place], hour.count <= 2, place + 1 < tokens.endIndex {
        let next = tokens[place + 1]
        if isHourMark(next) || isHalf(next) { return tokens[place...] }
        if next == .mark("."), place + 2 < tokens.endIndex,
          case .number(let minute) = tokens[place + 2], minute.count == 2
        {
          return tokens[place...]
        }
      }
      place += 1
    }
    return nil
  }

  /// Reads hour, minute, second, fraction, half of the day and zone; false if there is no such
  /// time.
  mutating func scan(into moment: inout CivilMoment) -> Bool {
    guard let hour = number(upTo: 24) else { return false }
    moment.hour = hour
    if let first = tokens.first, TimeScanner.isHourMark(first) || first == .mark(".") {
      tokens.removeFirst()
      if let minute = number(upTo: 59) {
        moment.minute = minute
        if let next = tokens.first, next == .mark(":") || next == .mark("分") || next == .mark("분") {
          tokens.removeFirst()
          if let second = number(upTo: 60) {
            moment.second = second
            scanFraction(into: &moment)
          }
        }
      }
    }
    scanHalf(into: &moment)
    moment.secondsFromUTC = zone() ?? 0
    return true
  }

  private mutating func scanFraction(into moment: inout CivilMoment) {
    guard let point = tokens.first, point == .mark(".") || point == .mark(","),
      case .number(let digits)? = tokens.dropFirst().first
    else { return }
    tokens.removeFirst(2)
    moment.millisecond = Int((digits + "00").prefix(3)) ?? 0
  }

  private mutating func scanHalf(into moment: inout CivilMoment) {
    guard case .word(let word)? = tokens.first else { return }
    var half = word
    // `a.m.`
    if word == "a" || word == "p", tokens.dropFirst().first == .mark("."),
      tokens.dropFirst(2).first == .word("m")
    {
      tokens.removeFirst(2)
      half = word + "m"
    }
    guard half == "am" || half == "pm" else { return }
    tokens.removeFirst()
    if tokens.first == .mark(".") { tokens.removeFirst() }
    guard (1...12).contains(moment.hour) else { return }
    moment.hour = moment.hour % 12 + (half == "pm" ? 12 : 0)
  }

  /// Reads `Z`, `+01:00`, `+0100`, `+1`, `GMT+1` or an abbreviation, after words that say nothing.
  mutating func zone() -> Int? {
    while let token = tokens.first {
      switch token {
      case .word(let word):
        tokens.removeFirst()
        guard let seconds = TimeZoneNames.secondsFromUTC(word) else { continue }
        return seconds == 0 ? sign() ?? 0 : seconds
      case .mark("+"), .mark("-"):
        return sign()
      default:
        tokens.removeFirst()
      }
    }
    return nil
  }

  private mutating func sign() -> Int? {
    guard case .mark(let sign)? = tokens.first, sign == "+" || sign == "-",
      case .number(let digits)? = tokens.dropFirst().first, let value = Int(digits)
    else { return nil }
    tokens.removeFirst(2)
    var seconds = digits.count > 2 ? value / 100 * 3600 + value % 100 * 60 : value * 3600
    if digits.count <= 2, tokens.first == .mark(":") {
      tokens.removeFirst()
      seconds += (number(upTo: 59) ?? 0) * 60
    }
    return sign == "-" ? -seconds : seconds
  }

  private mutating func number(upTo limit: Int) -> Int? {
    guard case .number(let digits)? = tokens.first, digits.count <= 2, let value = Int(digits),
      value <= limit
    else { return nil }
    tokens.removeFirst()
    return value
  }

  private static func isHourMark(_ token: DateToken) -> Bool {
    switch token {
    case .mark(":"), .mark("时"), .mark("時"), .mark("시"), .word("h"): true
    default: false
    }
  }

  private static func isHalf(_ token: DateToken) -> Bool {
    switch token {
    case .word("am"), .word("pm"), .word("a"), .word("p"): true
    default: false
    }
  }
}
