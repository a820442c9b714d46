import FeedServer
import FoundationEssentials
import SyncDaemon
import Synchronization

/// What the server asks of the service, which is made after it.
final class ServiceExchange: Sendable {
  private let service = Mutex<SyncService?>(nil)

  func take(_ service: SyncService) {
    self.service.withLock { $0 = service }
  }

  /// Ready once a first pass is done.
  func readiness() async -> Readiness {
    let service = service.withLock { $0 }
    guard let board = service?.board, board.isReady else {
      return Readiness(isReady: false, words: "the first pass is not done")
    }
    let leftOut = board.status.leftOut.count
    // Readers get what there is; whoever runs it is told what they do not get.
    return Readiness(
      isReady: true, words: leftOut == 0 ? "ready" : "ready, \(leftOut) entries left out of feeds")
  }

  /// Looks at everything, and says in JSON what came of it.
  func resync() async throws -> String {
    guard let service = service.withLock({ $0 }) else { return "{}" }
    let report = try await service.resync(SyncRequest())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}
