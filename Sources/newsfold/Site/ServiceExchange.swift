import FeedServer
import FoundationEssentials
import SyncDaemon
import Synchronization

/// Lets the HTTP server ask the service, which is made after it.
final class ServiceExchange: Sendable {
  private let service = Mutex<SyncService?>(nil)

  func connect(_ service: SyncService) {
    self.service.withLock { $0 = service }
  }

  /// Whether a first pass is done; faults that do not stop readers are in its words.
  func readiness() async -> Readiness {
    let service = service.withLock { $0 }
    guard let board = service?.board, board.isReady else {
      return Readiness(isReady: false, words: "the first pass is not done")
    }
    // Readers are served all the same; the words tell the operator what is missing.
    var words = ["ready"]
    let status = board.status
    if !status.leftOut.isEmpty {
      words.append("\(status.leftOut.count) entries left out of feeds")
    }
    if !status.missing.isEmpty {
      words.append(
        "but \(status.missing.count) article files are missing; newsfold status lists them")
    }
    if !board.refused.isEmpty {
      words.append("settings or pins are wrong, the old ones are in force: see newsfold status")
    }
    return Readiness(isReady: true, words: words.joined(separator: ", "))
  }

  /// Looks at everything, and returns the report as JSON.
  func resync() async throws -> String {
    guard let service = service.withLock({ $0 }) else { return "{}" }
    let report = try await service.resync(SyncRequest())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}
