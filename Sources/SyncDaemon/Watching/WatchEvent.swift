/// An event of a watcher: a hint that something has changed, never the whole truth.
///
/// Paths are a root as it was given, a slash, and the path below it. Hints can be late, doubled or
/// lost; a `rescan` makes up for lost ones.
public enum WatchEvent: Hashable, Sendable {
  /// Files that have settled and paths that are gone, found together, so that a rename is seen
  /// whole.
  ///
  /// A path in `removed` can have been a directory: everything that was below it is gone, too. No
  /// path is in both. Each list is in byte order.
  case changed(settled: [FilePath], removed: [FilePath])
  /// All files have to be looked at, for these reasons, the oldest first.
  case rescan([RescanReason])
}
