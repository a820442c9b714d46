/// Reads playing times of sound and film.
enum PlayingTime {
  /// Seconds from `93`, `1:33`, `00:01:33` or ISO 8601's `PT1M33S`.
  static func seconds(_ text: String) -> Double? {
    if let number = Double(text) { return number >= 0 && number.isFinite ? number : nil }
    if text.contains(":") {
      let parts = text.split(separator: ":").map { Double($0) }
      guard parts.count <= 3, !parts.contains(nil) else { return nil }
      return parts.compactMap { $0 }.reduce(0) { $0 * 60 + $1 }
    }
    guard text.hasPrefix("P") else { return nil }
    var total = 0.0
    var digits = ""
    for character in text.dropFirst() where character != "T" {
      if character.isNumber || character == "." {
        digits.append(character)
        continue
      }
      guard let value = Double(digits), let unit = units[character] else { return nil }
      total += value * unit
      digits = ""
    }
    return total > 0 ? total : nil
  }

  private static let units: [Character: Double] = ["D": 86_400, "H": 3600, "M": 60, "S": 1]
}
