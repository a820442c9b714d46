/// A reason why events are not enough and a scan is needed.
public enum RescanReason: Hashable, Sendable {
  /// The watcher has just begun; what happened before is unknown.
  case started
  /// The regular look at everything is due.
  case periodic
  /// More happened at once than the kernel's queue holds (`fs.inotify.max_queued_events`).
  case overflow
  /// A file system was mounted or unmounted at or below a root.
  case mountsChanged
  /// A root that was missing or another directory is there again.
  case rootReturned(String)
  /// A root has gone; its articles are kept until it is back.
  case rootMissing(String)
  /// The way of watching changed; `WatchStatus` has the reason.
  case modeChanged
}

extension RescanReason: CustomStringConvertible {
  /// The reason in a few words, for logs and `status`.
  public var description: String {
    switch self {
    case .started: "started"
    case .periodic: "regular rescan"
    case .overflow: "too many events at once"
    case .mountsChanged: "a file system was mounted or unmounted"
    case .rootReturned(let root): "\(root) is there again"
    case .rootMissing(let root): "\(root) is missing"
    case .modeChanged: "the way of watching changed"
    }
  }
}
