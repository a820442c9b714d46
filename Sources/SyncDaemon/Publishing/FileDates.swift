import FoundationEssentials
import NewsModel

/// The dates of published documents as the modification times of their files.
///
/// Any web server gives these, and they outlive every restart. A list of its own of a million paths
/// would be 100 MB of state that says the same.
struct FileDates: DocumentDates {
  let directory: String
  let files: any DurableFiles

  func date(of path: String) throws(StateError) -> Date? {
    do {
      return try files.status(directory.appendingPath(path)).map {
        Timestamp.date(milliseconds: $0.modified)
      }
    } catch {
      throw .file(error)
    }
  }

  /// Does nothing: the target gives each file its date.
  func record(_ dates: [String: Date]) {}
}
