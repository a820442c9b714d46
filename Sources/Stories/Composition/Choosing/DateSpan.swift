import FoundationEssentials
import NewsModel

/// The time within which an article can have been published, according to its date.
///
/// A day without a time is the whole day. A file's time is the time when it was first seen: the
/// article was published then or at any time before.
struct DateSpan {
  /// The earliest instant, in seconds since 1970.
  var start: Double
  /// The latest instant, in seconds since 1970.
  var end: Double

  /// The span of an article's date.
  init(_ article: Article) {
    let instant = article.published.timeIntervalSince1970
    switch article.dateOrigin {
    case .stated: (start, end) = (instant, instant)
    case .statedDay, .url:
      start = (instant / 86_400).rounded(.down) * 86_400
      end = start + 86_399.999
    // 31 days, the longest month.
    case .month: (start, end) = (instant, instant + 31 * 86_400 - 0.001)
    case .file: (start, end) = (-.infinity, instant)
    }
  }

  /// Whether it is surely later than the other.
  func isLater(than other: DateSpan) -> Bool { start > other.end }
}
