import Logging
import ServiceLifecycle
import SyncDaemon
import UnixSignals

/// Answers SIGHUP: takes up the settings as they are on disk, and looks at everything.
struct SignalService: Service {
  let service: SyncService
  let notifier: Notifier
  let log: Logger

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    for await _ in signals.cancelOnGracefulShutdown() {
      // Silence is right: without systemd nobody listens.
      try? notifier.send(.reloading)
      do {
        _ = try await service.reload()
      } catch let failure as SyncService.OrderFailure where failure.exitStatus == 78 {
        // The service has logged which line is wrong.
      } catch {
        log.error("resync after SIGHUP failed", metadata: ["cause": "\(error)"])
      }
      // Silence is right, as above.
      try? notifier.send(.ready)
    }
  }
}
