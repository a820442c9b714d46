/// Sends keep-alives to systemd's watchdog as long as the service makes progress,
/// sd_watchdog_enabled(3).
///
/// Nothing is sent while a part of the service is silent for longer than half the watchdog's time.
/// So a stage that hangs gets the service killed and restarted one and a half times that after its
/// last report at the latest.
public struct Watchdog<C: Clock>: Sendable where C.Duration == Duration {
  /// The setting `WatchdogSec=` of the unit.
  public let time: Duration
  private let notifier: Notifier
  private let heartbeat: Heartbeat<C>
  private let clock: C

  /// Makes a sender of keep-alives; nil if systemd has not asked this process for them.
  ///
  /// - Parameters:
  ///   - environment: Read for `WATCHDOG_USEC` and `WATCHDOG_PID`.
  ///   - process: This process.
  ///   - notifier: The sender of messages to systemd.
  ///   - heartbeat: The reports of the parts of the service.
  ///   - clock: The clock for the time between keep-alives.
  public init?(
    environment: [String: String], process: Int32, notifier: Notifier, heartbeat: Heartbeat<C>,
    clock: C
  ) {
    guard let text = environment["WATCHDOG_USEC"], let microseconds = Int64(text), microseconds > 0
    else { return nil }
    if let wanted = environment["WATCHDOG_PID"], Int32(wanted) != process { return nil }
    time = .microseconds(microseconds)
    self.notifier = notifier
    self.heartbeat = heartbeat
    self.clock = clock
  }

  /// Sends keep-alives until the task is cancelled.
  ///
  /// - Parameter changed: Called with a stall when one begins, and with nil when it is over.
  public func run(changed: (Heartbeat<C>.Stall?) -> Void) async {
    var isStalled = false
    // Twice as often as sd_watchdog_enabled(3) asks for, so that one late turn does no harm.
    let interval = time / 4
    while !Task.isCancelled {
      let stall = heartbeat.stall(over: time / 2)
      if (stall != nil) != isStalled {
        isStalled = stall != nil
        changed(stall)
      }
      // Silence is right: systemd notices a keep-alive that is missing, and does what is right.
      if stall == nil { try? notifier.send(.watchdog) }
      do { try await clock.sleep(for: interval, tolerance: .zero) } catch { return }
    }
  }
}
