/// The place where an article's date was found.
public enum DateOrigin: String, Codable, Hashable, Sendable {
  /// The article or its metadata states a date and a time.
  case stated
  /// The article or its metadata states a day without a time.
  case statedDay
  /// The permalink or the file's name holds a day (`/2026/11/21/`, `2026-11-21-slug.md`).
  case url
  /// The permalink holds a month (`/2026/11/`): the date is its first day.
  case month
  /// The article states no date; this is the file's modification time when it was first seen.
  case file

  /// Whether the date counts for or against a merge.
  ///
  /// A file's time says nothing about the event, and a month holds too many events.
  public var isEvidence: Bool { self != .file && self != .month }
}
