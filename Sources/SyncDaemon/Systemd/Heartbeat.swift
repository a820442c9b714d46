import Synchronization

/// Where each part of the service reports that it gets on, and the watchdog reads whether it does.
///
/// A part is either at work, and then has to report again within the limit, or at rest, and then is
/// fine. Parts that never rest (a thread that comes round every second) report with `beat`.
public final class Heartbeat<C: Clock>: Sendable where C.Duration == Duration {
  /// A part that has not reported in time.
  public struct Stall: Hashable, Sendable, CustomStringConvertible {
    /// Its name: "pipeline", "watch".
    public let part: String
    /// The work that it said it was doing.
    public let work: String
    /// The time since then.
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

  /// Makes one in which every part is at rest.
  public init(clock: C) {
    self.clock = clock
  }

  /// Says that a part is at work and has got on: once for each article, document or write, not by a
  /// timer.
  ///
  /// - Parameters:
  ///   - part: The part.
  ///   - work: What it does, the stage of the pipeline.
  public func beat(_ part: String, at work: String) {
    reports.withLock { $0[part] = Report(work: work, at: clock.now) }
  }

  /// Says that a part has nothing to do and waits.
  public func rest(_ part: String) {
    reports.withLock { $0[part] = nil }
  }

  /// The part that has been silent the longest over a limit, if there is one.
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
