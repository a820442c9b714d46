/// The way in which the roots are watched now, for `status`.
public struct WatchStatus: Hashable, Sendable, Codable {
  /// A way of watching.
  public enum Mode: String, Hashable, Sendable, Codable {
    /// Events of the Linux kernel.
    case inotify
    /// A look at everything every few seconds.
    case polling
  }

  /// The way that is in use.
  public var mode: Mode
  /// The number of directories that are watched by events.
  public var watches = 0
  /// The reason why it is polling although events were wanted, and what to do; nil if nothing fell
  /// back.
  public var fallback: String?
  /// Roots that are not there now, as they were given.
  public var missingRoots: [String] = []
  /// Directories that could not be watched or listed, at most `unreadableLimit` of them.
  public var unreadableDirectories: [String] = []
  /// The number of paths that have changed and are not reported yet.
  public var unsettled = 0
  /// The number of overflows of the kernel's queue.
  public var overflows = 0

  /// The number of unreadable directories that are named: enough to see the pattern on one screen.
  static let unreadableLimit = 20

  /// Makes the status of a watcher that has seen nothing.
  public init(mode: Mode) {
    self.mode = mode
  }
}
