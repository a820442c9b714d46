/// Tells when files below some roots have changed and settled.
///
/// There are two: `InotifyWatcher` and `PollingWatcher`. `SiteWatcher` picks one and falls back to
/// the other.
public protocol FileWatcher: Sendable {
  /// Waits for the next event; nil once the watcher has stopped or the task is cancelled.
  ///
  /// One caller at a time. What changes while the caller is busy is gathered into the next answer,
  /// so a slow caller costs memory for the paths that changed and for nothing else.
  func next() async -> WatchEvent?

  /// Asks for another event for these files once they have settled, because a scan found them too
  /// fresh to read.
  func recheck(_ paths: [FilePath])

  /// The present way of watching.
  var status: WatchStatus { get }

  /// Ends the watching; `next` then returns nil.
  func stop()
}

extension FileWatcher {
  /// The events as a stream; each is fetched when the reader of the stream asks for it.
  public var events: AsyncStream<WatchEvent> {
    AsyncStream { await self.next() }
  }
}
