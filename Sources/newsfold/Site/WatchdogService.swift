import Logging
import ServiceLifecycle
import SyncDaemon

/// Feeds systemd's watchdog, but only while the pipeline makes progress.
struct WatchdogService: Service {
  let watchdog: Watchdog<ContinuousClock>?
  let log: Logger

  func run() async throws {
    guard let watchdog else {
      try await gracefulShutdown()
      return
    }
    await cancelWhenGracefulShutdown {
      await watchdog.run { stall in
        if let stall {
          log.critical(
            "a stage hangs, the watchdog is no longer fed",
            metadata: ["stage": "\(stall.part)", "cause": "\(stall)"])
        }
      }
    }
  }
}
