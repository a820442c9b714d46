/// The place, date and agency that a report begins with: `KYIV, 26 June 2022 (Agency) — …`.
struct Dateline {
  var date: String?
  var agency: String?

  static func read(_ paragraph: String) -> Dateline? {
    let start = String(paragraph.prefix(120))
    guard
      let match = start.firstMatch(
        of:
          #/^(?:\p{Lu}[\p{Lu}\p{M}.'’\- ]{1,40})(?:,\s*[^()—–:]{0,50}?)?\s*(?:\(([^()]{2,40})\))?\s*(?:—|–|--|-|:)\s/#
      )
    else {
      if let match = start.firstMatch(of: #/^\(([^()]{2,40})\)\s*(?:—|–|--|-)\s/#) {
        return Dateline(date: nil, agency: String(match.1))
      }
      return nil
    }
    let whole = String(match.0)
    let date = DateReading.read(whole) == nil ? nil : whole
    return Dateline(date: date, agency: match.1.map(String.init))
  }
}
