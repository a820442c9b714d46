import FoundationEssentials
import Synchronization

/// The dates of published documents in memory.
final class MemoryDates: DocumentDates {
  private let dates = Mutex<[String: Date]>([:])

  func date(of path: String) -> Date? { dates.withLock { $0[path] } }

  func record(_ dates: [String: Date]) {
    self.dates.withLock { $0.merge(dates) { _, newer in newer } }
  }
}
