import FoundationEssentials
import NewsModel

/// Tells an instant as a person looks at it: how long ago it was, or how soon it is.
enum RelativeTime {
  /// The instant to the second, and how far it is from now: `2026-03-20T12:00:00Z (5 min ago)`.
  static func words(_ date: Date, now: Date) -> String {
    let second = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    return "\(Timestamp.rfc3339(second)) (\(distance(date, now: now)))"
  }

  private static func distance(_ date: Date, now: Date) -> String {
    let seconds = now.timeIntervalSince(date)
    let whole = Int(min(abs(seconds), 1e12))
    // Two of a unit before the next larger one: "90 min" says more than "1 h".
    let length =
      switch whole {
      case ..<120: "\(whole) s"
      case ..<7200: "\(whole / 60) min"
      case ..<172_800: "\(whole / 3600) h"
      default: "\(whole / 86_400) days"
      }
    if whole < 1 { return "now" }
    return seconds < 0 ? "in \(length)" : "\(length) ago"
  }
}
