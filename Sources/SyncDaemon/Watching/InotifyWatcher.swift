#if os(Linux)
  /// Watches by the events of the Linux kernel, inotify(7).
  ///
  /// A thread of its own empties the kernel's queue, keeps a watch on every directory, and notes
  /// changes; `next` returns those that have settled. When the system has no more watches, or a
  /// root lies on a file system that others can change unseen, it stops and gives the reason in
  /// `status.fallback`.
  public final class InotifyWatcher<C: Clock>: FileWatcher where C.Duration == Duration {
    private let board: WatchBoard<C>
    /// A pipe. Both ends are kept, because writing to a pipe whose other end is closed raises
    /// SIGPIPE.
    private let wake: (reading: Descriptor, writing: Descriptor)
    private let roots: [String]

    /// Begins to watch.
    ///
    /// The first event is a rescan, told once every directory has its watch.
    ///
    /// - Parameters:
    ///   - roots: Directories; they may be missing now, and come and go.
    ///   - times: The times for which changes are held back.
    ///   - clock: The clock by which a file has been quiet.
    ///   - rootCheck: The interval between two checks whether the roots are still the same
    ///     directories.
    ///   - isIgnored: Says of the path of a file or directory whether to pass it over, with all
    ///     that is below it: temporary files, and what newsfold writes itself.
    ///   - onBeat: Called by the thread each time round, at least once in `rootCheck`, as a sign of
    ///     life.
    /// - Throws: `FileError` if the system allows no further inotify instance.
    public init(
      roots: [String], times: SettlingTimes, clock: C, rootCheck: Duration = .seconds(1),
      isIgnored: @escaping @Sendable (String) -> Bool = { _ in false },
      onBeat: @escaping @Sendable () -> Void = {}
    ) throws(FileError) {
      let board = WatchBoard(clock: clock, times: times, mode: .inotify)
      self.board = board
      wake = try Descriptor.pipe()
      let reading = wake.reading
      let roots = DirectoryScan.distinct(roots)
      self.roots = roots
      let queue = try InotifyQueue()
      OwnThread.start {
        let reader = InotifyReader(
          queue: queue, roots: roots, rootCheck: rootCheck, board: board,
          isIgnored: isIgnored, freshFor: times.discovery, onBeat: onBeat)
        reader.run(until: reading)
      }
    }

    deinit {
      stop()
    }

    /// Waits for the next event.
    public func next() async -> WatchEvent? {
      while let event = await board.next() {
        if let event = event.withoutGoneFiles(roots: roots) { return event }
      }
      return nil
    }

    /// Treats the files as if they had just been found.
    public func recheck(_ paths: [FilePath]) {
      board.note(paths.map { .discovered($0) })
    }

    /// The present way of watching.
    public var status: WatchStatus { board.status }

    /// Ends the thread; `next` then returns nil.
    public func stop() {
      board.stop()
      wake.writing.writeByte()
    }
  }
#endif
