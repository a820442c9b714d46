import Synchronization

/// Collects signs of progress from the parts of the service, for the watchdog.
///
/// A part at work has to report again within the limit; a part at rest need not. Parts that never
/// rest (a thread that wakes every second) report with `beat`.
public final class Heartbeat<C: Clock>: Sendable where C.Duration == Duration {
  /// A part that has not reported in time.
  public struct Stall: Hashable, Sendable, CustomStringConvertible {
    /// The name of the part: "pipeline", "watch".
    public let part: String
    /// The work that it reported last.
    public let work: String
    /// The time since its last report.
    public let silence: Duration
    /// The part, its work and its silence.
    public var description: String {
      "\(part) at \(work), silent for \(silence.components.seconds) s"
    }
  }

  private struct Report {
    var work: String
    var at: C.Instant
  }

  private let clock: C
  private let reports = Mutex<[String: Report]>([:])

  /// Makes a heartbeat without any part at work.
  public init(clock: C) {
    self.clock = clock
  }

  /// Reports progress of a part: for each article, document or write, never by a timer.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - work: The work: the stage of the pipeline.
  public func beat(_ part: String, at work: String) {
    reports.withLock { $0[part] = Report(work: work, at: clock.now) }
  }

  /// Reports that a part has nothing to do and waits.
  public func rest(_ part: String) {
    reports.withLock { $0[part] = nil }
  }

  /// The part that has been silent for the longest time above a limit; nil if none has.
  public func stall(over limit: Duration) -> Stall? {
    let now = clock.now
    let late = reports.withLock { reports in
      reports.compactMap { part, report -> Stall? in
        let silence = report.at.duration(to: now)
        return silence > limit ? Stall(part: part, work: report.work, silence: silence) : nil
      }
    }
    return late.max { ($0.silence, $1.part) < ($1.silence, $0.part) }
  }
}
