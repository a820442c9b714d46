import Foundation

/// Reads times without a zone in the zone of their writers.
enum LocalTime {
  /// The date whose time was read as UTC, in the zone; as it is if its text states one.
  static func placed(_ date: StatedDate, of text: String, in zone: String) -> StatedDate {
    guard !hasZone(text), let zone = TimeZone(identifier: zone) else { return date }
    // The offset of the moment that the clock shows. It is asked twice, because the first answer
    // may be from the other side of a change of the clock.
    let first = date.moment.addingTimeInterval(-Double(zone.secondsFromGMT(for: date.moment)))
    let seconds = zone.secondsFromGMT(for: first)
    let moment = date.moment.addingTimeInterval(-Double(seconds))
    guard CivilMoment.isDateOfNews(moment) else { return date }
    return StatedDate(moment, hasTime: date.hasTime, secondsFromUTC: seconds)
  }

  /// Whether a zone stands in a text, or it counts seconds since 1970.
  static func hasZone(_ text: String) -> Bool {
    let tokens = DateToken.tokens(of: text)
    if tokens.count == 1, case .number(let digits) = tokens[0] {
      return digits.count != 14
    }
    guard
      let time = tokens.firstIndex(where: {
        $0 == .mark(":") || $0 == .word("h") || $0 == .word("t")
      })
    else { return true }
    return tokens[time...].contains { token in
      switch token {
      case .word(let word): TimeZoneNames.secondsFromUTC(word) != nil
      case .mark("+"), .mark("-"): true
      default: false
      }
    }
  }
}
