import Glibc
import Synchronization

@testable import SyncDaemon

/// Renames files of a directory while a scan goes on, each time to a name that the scan has passed
/// or not listed.
final class RenamesInFlight: Sendable {
  private struct State {
    var seen = 0
    var number = 0
    var names: [(old: String, new: String)] = []
    var isDone = true
  }

  private let directory: String
  /// The number of the scanned file at which it renames.
  private let count: Int
  private let state = Mutex(State())

  init(in directory: String, after count: Int) {
    self.directory = directory
    self.count = count
  }

  /// The number of renamed files.
  var renames: Int { names.count }

  /// The renames, in order.
  var names: [(old: String, new: String)] { state.withLock { $0.names } }

  /// Waits for the next scan.
  func begin() {
    state.withLock {
      $0.seen = 0
      $0.isDone = false
    }
  }

  /// Counts a file of the scan, and renames once.
  func step() {
    state.withLock { state in
      state.seen += 1
      guard !state.isDone, state.seen >= count else { return }
      state.isDone = true
      let names = (try? POSIXFiles().list(directory)) ?? []
      // The last ones, because the scan has listed but not yet examined them.
      for name in names.filter({ $0.hasSuffix(".md") }).suffix(2) {
        var other = name
        // A name that was never used, because replacing another file would be a deletion.
        repeat {
          state.number += 1
          other = "a\(100_000 - state.number).md"
        } while names.contains(other)
        if rename(directory + "/" + name, directory + "/" + other) == 0 {
          state.names.append((name, other))
        }
      }
    }
  }
}
