internal import FoundationEssentials
internal import NewsModel

/// When an article was published, in whole milliseconds since 1970, and whether that is evidence.
struct PublicationTime: Hashable, Sendable {
  /// Milliseconds since 1970.
  var milliseconds: Int64
  /// Whether the article states it (`DateOrigin.isEvidence`).
  var isEvidence: Bool

  /// A day.
  static let day: Int64 = 86_400_000

  /// The time of an article.
  ///
  /// Dates outside the years 1 to 9999 count as the nearest of these.
  init(_ article: Article) {
    let seconds = max(
      -62_135_596_800, min(253_402_300_799, article.published.timeIntervalSince1970))
    milliseconds = Int64((seconds * 1000).rounded())
    isEvidence = article.dateOrigin.isEvidence
  }

  init(milliseconds: Int64, isEvidence: Bool) {
    self.milliseconds = milliseconds
    self.isEvidence = isEvidence
  }

  /// Minutes since 1970, rounded down and held within 32 bits.
  var minute: Int32 {
    let (minutes, rest) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return Int32(clamping: rest < 0 ? minutes - 1 : minutes)
  }

  /// The year of the Gregorian calendar in UTC, if the article states it.
  var year: Int? {
    guard isEvidence else { return nil }
    // Days from 1 March of the year 0 on, in eras of 400 years (H. Hinnant, chrono-compatible
    // low-level date algorithms).
    let days = Int((Double(milliseconds) / Double(Self.day)).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let day = days - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    return year + era * 400 + (dayOfYear >= 306 ? 1 : 0)
  }

  /// The number of days that this time is before or after another.
  func days(from other: PublicationTime) -> Double {
    Double(abs(milliseconds - other.milliseconds)) / Double(Self.day)
  }
}
