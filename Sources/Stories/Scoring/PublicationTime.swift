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
    return CivilTime(milliseconds: milliseconds).year
  }

  /// The number of days that this time is before or after another.
  func days(from other: PublicationTime) -> Double {
    Double(abs(milliseconds - other.milliseconds)) / Double(Self.day)
  }
}
