#if os(Linux)
  /// Watches by the events of the Linux kernel, inotify(7).
  ///
  /// A thread of its own empties the kernel's queue, keeps a watch on every directory, and notes
  /// what changed; the caller of `next` takes from there what has settled. When the watches of the
  /// system are used up, or a root turns out to lie on a file system that others change unseen, it
  /// stops and says why in `status.fallback`.
  public final class InotifyWatcher<C: Clock>: FileWatcher where C.Duration == Duration {
    private let board: WatchBoard<C>
    /// A pipe; both ends are kept, since writing to one whose other end is closed raises SIGPIPE.
    private let wake: (reading: Descriptor, writing: Descriptor)
    private let roots: [String]

    /// Begins to watch.
    ///
    /// The first event is a rescan, told once every directory has its watch.
    ///
    /// - Parameters:
    ///   - roots: Directories; they may be missing now, and come and go.
    ///   - times: How long changes are held back.
    ///   - clock: Tells how long a file has been quiet.
    ///   - rootCheck: How often to look whether the roots are still the same directories.
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

    /// The next event.
    public func next() async -> WatchEvent? {
      while let event = await board.next() {
        if let event = event.withoutGoneFiles(roots: roots) { return event }
      }
      return nil
    }

    /// Holds the files as if they had just been found.
    public func recheck(_ paths: [FilePath]) {
      board.note(paths.map { .discovered($0) })
    }

    /// The way of watching now.
    public var status: WatchStatus { board.status }

    /// Ends the thread, and lets `next` answer nil.
    public func stop() {
      board.stop()
      wake.writing.writeByte()
    }
  }
#endif
