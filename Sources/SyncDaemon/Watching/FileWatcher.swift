/// Tells when files below some roots have changed and settled.
///
/// Two ship: `InotifyWatcher` and `PollingWatcher`; `SiteWatcher` picks one and falls back.
public protocol FileWatcher: Sendable {
  /// The next thing to do, as soon as there is one; nil once the watcher has stopped or the task is
  /// cancelled.
  ///
  /// One caller at a time. What changes while the caller is busy is gathered into the next answer,
  /// so a slow caller costs memory for the paths that changed and for nothing else.
  func next() async -> WatchEvent?

  /// Asks to be told of these files again once they have settled, for files that a scan found too
  /// fresh to read.
  func recheck(_ paths: [FilePath])

  /// The way of watching now.
  var status: WatchStatus { get }

  /// Ends the watching; `next` then answers nil.
  func stop()
}

extension FileWatcher {
  /// The events one after the other, taken when the reader of the stream asks for the next.
  public var events: AsyncStream<WatchEvent> {
    AsyncStream { await self.next() }
  }
}
