import FoundationEssentials

/// Reads the day or month from a permalink or a file's name.
enum AddressDate {
  /// Reads the day that a file's name begins or ends with, as site generators name their files:
  /// `2026-11-21-slug.md`.
  static func read(fileName path: String) -> Date? {
    let name = path.split(separator: "/").last ?? ""
    return read("file:///" + name)
  }

  /// Reads `/2026/11/` from an address's path: the year and the month of an article.
  ///
  /// - Returns: 00:00 UTC of the month's first day; nil if there is none.
  static func month(_ url: String) -> Date? {
    guard let start = url.firstRange(of: "://")?.upperBound else { return nil }
    let parts = url[start...].prefix { $0 != "?" && $0 != "#" }.split(separator: "/").dropFirst()
    for (part, next) in zip(parts, parts.dropFirst()) {
      guard part.count == 4, let year = Int(part), (1990...2100).contains(year) else { continue }
      let month = next.count <= 2 ? Int(next) : MonthNames.month(next.lowercased())
      if let month, next.allSatisfy({ $0.isLetter || $0.isNumber }) {
        return CivilMoment(year: year, month: month, day: 1).date
      }
    }
    return nil
  }

  /// Reads `/2026/11/21/`, `/2026/nov/21/`, `2026-11-21`, `/20261121` or `21-11-2026` from an
  /// address's path.
  ///
  /// - Returns: 00:00 UTC of that day; nil if there is none.
  static func read(_ url: String) -> Date? {
    guard let start = url.firstRange(of: "://")?.upperBound,
      let slash = url[start...].firstIndex(of: "/")
    else { return nil }
    let path = url[slash...].prefix { $0 != "?" && $0 != "#" }
    let tokens = DateToken.tokens(of: String(path))
    for place in tokens.indices {
      guard case .number(let digits) = tokens[place] else { continue }
      if digits.count == 8, digits.hasPrefix("20") || digits.hasPrefix("19"),
        let date = DateReading.read(digits)?.moment
      {
        return date
      }
      if let date = dayFirst(at: place, in: tokens) { return date }
      guard digits.count == 4, place + 4 < tokens.count, let year = Int(digits),
        case .mark(let mark) = tokens[place + 1], "/-_".contains(mark),
        tokens[place + 3] == .mark(mark), case .number(let dayDigits) = tokens[place + 4],
        dayDigits.count <= 2, let day = Int(dayDigits)
      else { continue }
      let month: Int? =
        switch tokens[place + 2] {
        case .number(let text): text.count <= 2 ? Int(text) : nil
        case .word(let word): MonthNames.month(word)
        default: nil
        }
      if let month, let date = CivilMoment(year: year, month: month, day: day).date {
        return date
      }
    }
    return nil
  }

  /// `21-11-2026`, where no month could be meant by the day.
  private static func dayFirst(at place: Int, in tokens: [DateToken]) -> Date? {
    guard place + 4 < tokens.count, case .number(let first) = tokens[place], first.count == 2,
      tokens[place + 1] == .mark("-"), case .number(let second) = tokens[place + 2],
      second.count == 2, tokens[place + 3] == .mark("-"),
      case .number(let last) = tokens[place + 4], last.count == 4, let day = Int(first),
      let month = Int(second), let year = Int(last), (1990...2100).contains(year),
      day > 12 || day == month
    else { return nil }
    return CivilMoment(year: year, month: month, day: day).date
  }
}
