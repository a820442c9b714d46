public import FoundationEssentials

/// The dates of published documents, which every server gives as `Last-Modified`: a part of the
/// state store.
///
/// Paths are relative to `public/`.
public protocol DocumentDates: Sendable {
  /// The date of the last document at a path; nil if there was none.
  func date(of path: String) throws(StateError) -> Date?
  /// Remembers the dates of documents, before they are visible.
  func record(_ dates: [String: Date]) throws(StateError)
}
