/// The times for which changes are held back before they are reported.
public struct SettlingTimes: Hashable, Sendable {
  /// The quiet time of a file that was closed after writing, renamed into place or removed.
  public var settle: Duration
  /// The quiet time of a fresh file whose writing was not seen, as in a directory that has just
  /// appeared: its writer may still be at work, or long done.
  public var discovery: Duration
  /// The quiet time of a file that is still open for writing.
  public var quiet: Duration
  /// The longest time for which a file that is rewritten again and again is held back; the same
  /// holds for a rescan.
  public var longest: Duration
  /// The least time between two batches while many files change.
  public var spacing: Duration
  /// The number of paths that are reported within one `spacing` before the next batch is held back.
  public var floodSize: Int

  /// Makes times from the two that are settings.
  ///
  /// - Parameters:
  ///   - settle: The setting `settle`. 200 ms outlasts the pauses between the two writes of an
  ///     editor's save.
  ///   - spacing: The setting `publish_interval`.
  public init(settle: Duration = .milliseconds(200), spacing: Duration = .seconds(2)) {
    self.settle = settle
    // Half a second keeps the promise "published within a second" and outlasts a copying program's
    // pauses.
    discovery = max(settle, .milliseconds(500))
    // A stalled transfer often resumes within a retransmission or two (RFC 6298 §2: 1 s, then 2 s).
    quiet = max(settle * 4, .seconds(3))
    longest = max(settle * 10, .seconds(5))
    self.spacing = spacing
    // At the default spacing, up to sixteen paths a second are reported at once; a person or a
    // crawler stays below that.
    floodSize = 32
  }
}
