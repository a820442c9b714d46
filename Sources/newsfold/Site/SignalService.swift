import Logging
import ServiceLifecycle
import SyncDaemon
import UnixSignals

/// SIGHUP: takes up the settings as they are now, and looks at everything.
struct SignalService: Service {
  let service: SyncService
  let notifier: Notifier
  let log: Logger

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    for await _ in signals.cancelOnGracefulShutdown() {
      // Without systemd there is nobody to tell.
      try? notifier.send(.reloading)
      do {
        _ = try await service.reload()
      } catch let failure as SyncService.OrderFailure where failure.exitStatus == 78 {
        // The service has said which line is wrong.
      } catch {
        log.error("resync after SIGHUP failed", metadata: ["cause": "\(error)"])
      }
      // As above.
      try? notifier.send(.ready)
    }
  }
}
