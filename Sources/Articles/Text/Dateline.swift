/// The place, date and agency that a report begins with: `KYIV, 26 June 2022 (Agency) — …`.
struct Dateline: Equatable {
  /// The text that holds a date, if one is stated.
  var date: String?
  /// The agency in brackets.
  var agency: String?

  /// The most characters: longer beginnings are sentences with a dash in them.
  private static let reach = 90

  /// Reads the beginning of a first paragraph; nil if it is no dateline.
  static func read(_ paragraph: String) -> Dateline? {
    let start = paragraph.prefix(reach)
    guard let dash = firstDash(in: start) else { return nil }
    let front = start[..<dash]
    let open = front.firstIndex(of: "(")
    let agency = open.map { front[front.index(after: $0)...].prefix { $0 != ")" } }
    let place = front[..<(front.firstIndex { $0 == "," || $0 == "(" } ?? front.endIndex)]
    // The place in capitals, as agencies write it; or nothing before the agency.
    let letters = place.filter(\.isLetter)
    let isPlace = letters.count >= 2 && letters.allSatisfy { !$0.isLowercase }
    guard isPlace || (letters.isEmpty && agency != nil) else { return nil }
    let text = String(front[..<(open ?? front.endIndex)])
    return Dateline(
      date: DateReading.read(text) == nil ? nil : text,
      agency: agency.map { $0.trimmingWhitespace() })
  }

  /// The first dash with white space after it that is not part of a word.
  private static func firstDash(in text: Substring) -> Substring.Index? {
    for index in text.indices where "—–-".contains(text[index]) {
      let next = text.index(after: index)
      if next < text.endIndex, text[next] == " " { return index }
      if text[index] == "—" { return index }
    }
    return nil
  }
}
