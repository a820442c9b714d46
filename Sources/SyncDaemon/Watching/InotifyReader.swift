#if os(Linux)
  import Glibc

  /// The thread behind `InotifyWatcher`: turns the records of the kernel into changes, and keeps
  /// the watches.
  ///
  /// A directory is watched first and listed then, so that what appears between the two is seen
  /// twice and nothing is missed. A renamed directory loses its watches and gets new ones under its
  /// new name, because every path below it has changed.
  final class InotifyReader<C: Clock> where C.Duration == Duration {
    private var queue: InotifyQueue
    private let roots: [String]
    private let rootCheck: Duration
    private let board: WatchBoard<C>
    private let isIgnored: @Sendable (String) -> Bool
    private let freshFor: Duration
    private let onBeat: @Sendable () -> Void
    private let tree = WatchTree()
    /// The most directories that may be met again in one walk: more than anybody moves meanwhile,
    /// fewer than crossing mounts could make.
    private static var mostRevisits: Int { 1000 }
    /// The identities of the present root directories; a root without one is missing.
    private var identities: [String: FileIdentity] = [:]
    private var mounts: MountTable?
    private var changes: [FileChange] = []
    /// The former paths of renamed files, by the cookie that their arrival will carry.
    private var departures: [UInt32: FilePath] = [:]
    private var unreadable: [String] = []
    private var overflowedAt: ContinuousClock.Instant?
    private var failure: String?

    init(
      queue: InotifyQueue, roots: [String], rootCheck: Duration, board: WatchBoard<C>,
      isIgnored: @escaping @Sendable (String) -> Bool, freshFor: Duration,
      onBeat: @escaping @Sendable () -> Void
    ) {
      self.queue = queue
      self.roots = roots
      self.rootCheck = rootCheck
      self.board = board
      self.isIgnored = isIgnored
      self.freshFor = freshFor
      self.onBeat = onBeat
    }

    /// Watches until the board is stopped or watching by events has become impossible.
    func run(until stop: Descriptor) {
      // It becomes readable when the table changes. Without /proc the thread works without it.
      let opened = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
      let mountFile = opened < 0 ? nil : Descriptor(owning: opened)
      checkMounts(isFirst: true)
      checkRoots(isFirst: true)
      publishStatus()
      board.note(.started, isUrgent: true)
      var lastCheck = ContinuousClock.now
      while !board.isStopped, failure == nil {
        onBeat()
        let mountsChanged = wait(stop, mountFile)
        while !board.isStopped, failure == nil {
          let events = queue.read()
          if events.isEmpty { break }
          for event in events { handle(event) }
          flush()
          // A queue that never empties must not keep the checks of roots and overflows waiting.
          if ContinuousClock.now - lastCheck >= rootCheck { break }
        }
        departures = [:]
        if mountsChanged { checkMounts(isFirst: false) }
        let now = ContinuousClock.now
        if now - lastCheck >= rootCheck {
          checkRoots(isFirst: false)
          lastCheck = now
        }
        rebuildIfDue(now)
        flush()
        publishStatus()
      }
      if let failure {
        board.update { $0.fallback = failure }
        board.stop()
      }
    }

    /// Sleeps until there are events, or until the roots are to be checked.
    ///
    /// - Returns: Whether the mount table changed.
    private func wait(_ stop: Descriptor, _ mountFile: Descriptor?) -> Bool {
      var polled = [
        pollfd(fd: queue.descriptor.raw, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop.raw, events: Int16(POLLIN), revents: 0),
        // A negative descriptor is ignored, poll(2).
        pollfd(fd: mountFile?.raw ?? -1, events: Int16(POLLPRI), revents: 0),
      ]
      // After an overflow, directories are watched again within a tenth of a second of the burst's
      // end.
      let limit = overflowedAt == nil ? rootCheck : min(rootCheck, .milliseconds(100))
      _ = poll(&polled, nfds_t(polled.count), Int32(limit / .milliseconds(1)))
      return polled[2].revents != 0
    }

    private func flush() {
      board.note(changes)
      changes.removeAll(keepingCapacity: true)
    }

    private func publishStatus() {
      let missing = roots.filter { identities[$0] == nil }
      let (watches, unreadable) = (tree.count, unreadable)
      board.update { status in
        status.watches = watches
        status.missingRoots = missing
        status.unreadableDirectories = unreadable
      }
    }
  }

  extension InotifyReader {
    private func handle(_ event: InotifyEvent) {
      if event.has(IN_Q_OVERFLOW) {
        if overflowedAt == nil { overflowedAt = .now }
        board.update { $0.overflows += 1 }
        return
      }
      guard let node = tree[event.watch] else { return }
      if event.has(IN_IGNORED) {
        // The directory is gone or unmounted. An event of its parent tells it, or the check of
        // roots and mounts.
        _ = tree.detach(node)
        return
      }
      if event.has(IN_UNMOUNT) {
        overflowedAt = overflowedAt ?? .now
        return
      }
      // About the directory itself: an event of its parent tells the same with a name.
      guard let name = event.name else { return }
      let path = node.path.appending(name)
      if isIgnored(path.text) {
        // A directory renamed to an ignored name leaves its watches behind.
        if event.has(IN_ISDIR), event.has(IN_MOVED_FROM) { drop(name, in: node) }
        return
      }
      if event.has(IN_ISDIR) {
        takeDirectory(event, path, name, node)
      } else {
        takeFile(event, path)
      }
    }

    private func takeDirectory(
      _ event: InotifyEvent, _ path: FilePath, _ name: FilePath, _ node: WatchTree.Node
    ) {
      if event.has(IN_DELETE) || event.has(IN_MOVED_FROM) {
        drop(name, in: node)
        changes.append(.removed(path))
      } else if event.has(IN_CREATE) || event.has(IN_MOVED_TO) {
        watchTree(path, name: name, parent: node, root: node.root, isNew: true)
      } else if event.has(IN_ATTRIB), !tree.isWatched(name, in: node) {
        // It could not be listed before; perhaps it can now.
        watchTree(path, name: name, parent: node, root: node.root, isNew: true)
      }
    }

    private func takeFile(_ event: InotifyEvent, _ path: FilePath) {
      if event.has(IN_DELETE) {
        changes.append(.removed(path))
      } else if event.has(IN_MOVED_FROM) {
        departures[event.cookie] = path
        changes.append(.removed(path))
      } else if event.has(IN_MOVED_TO) {
        changes.append(.arrived(path, from: departures.removeValue(forKey: event.cookie)))
      } else if event.has(IN_CLOSE_WRITE) {
        changes.append(.finished(path))
      } else if event.has(IN_CREATE) {
        changes.append(creation(of: path))
      } else if event.has(IN_MODIFY) {
        changes.append(.written(path))
      } else if event.has(IN_ATTRIB) {
        changes.append(.touched(path))
      }
    }

    /// The change that a new name means: links are complete, and a file made by linkat(2) has its
    /// bytes already.
    private func creation(of path: FilePath) -> FileChange {
      var status = stat()
      guard path.withCString({ lstat($0, &status) }) == 0 else { return .written(path) }
      if status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1 { return .finished(path) }
      return status.st_size > 0 ? .discovered(path) : .written(path)
    }

    private func drop(_ name: FilePath, in node: WatchTree.Node) {
      for watch in tree.detach(name, in: node) { queue.unwatch(watch) }
    }
  }

  extension InotifyReader {
    /// Watches a directory and all below it.
    ///
    /// - Parameters:
    ///   - top: The path of the directory.
    ///   - name: Its name in `parent`.
    ///   - parent: The watched directory that holds it; nil for a root.
    ///   - root: The root that it is below, or is.
    ///   - isNew: Whether to note every file in it as a change.
    /// - Returns: The watches, old and new; nil if the directory itself could not be watched.
    @discardableResult
    private func watchTree(
      _ top: FilePath, name: FilePath, parent: WatchTree.Node?, root: String, isNew: Bool
    ) -> Set<Int32>? {
      var watches: Set<Int32> = []
      var revisits = 0
      var rest = [(path: top, name: name, parent: parent)]
      while let next = rest.popLast(), failure == nil {
        let isRoot = next.parent == nil
        // A walk over very many directories is progress, too.
        onBeat()
        do throws(FileError) {
          let watch = try queue.watch(next.path, followsLink: isRoot)
          if !watches.insert(watch).inserted {
            // A directory is met again if bind mounts form a loop, or if it was moved while the
            // walk went on; then all paths below it have changed. Crossing mounts can look like
            // that too, so there is a limit.
            let former = tree[watch]?.path ?? next.path
            revisits += 1
            if next.path.relative(to: former) != nil || revisits > Self.mostRevisits { continue }
          }
          let node = tree.insert(
            watch: watch, path: next.path, root: root, name: next.name, parent: next.parent)
          let listing = try DirectoryListing(
            next.path.cString, followsLink: isRoot, isSorted: false)
          for (path, name) in note(listing, in: next.path, isNew: isNew) {
            rest.append((path: path, name: name, parent: node))
          }
        } catch {
          meet(error, at: next.path)
          if isRoot { return nil }
        }
      }
      return watches
    }

    /// Watches a root and all below it.
    private func watchTree(_ root: String) -> Set<Int32>? {
      let top = FilePath(bytes: root.utf8)
      return watchTree(top, name: top, parent: nil, root: root, isNew: false)
    }

    /// Notes the files of a listing as changes, if they are new.
    ///
    /// - Returns: The directories in it.
    private func note(
      _ listing: DirectoryListing, in directory: FilePath, isNew: Bool
    ) -> [(path: FilePath, name: FilePath)] {
      var directories: [(path: FilePath, name: FilePath)] = []
      for index in 0..<listing.count {
        let kind = listing.kind(at: index)
        guard kind == .directory || isNew else { continue }
        let name = listing.name(at: index)
        let path = directory.appending(name)
        if isIgnored(path.text) { continue }
        if kind == .directory {
          directories.append((path: path, name: name))
        } else {
          changes.append(isFresh(listing, index) ? .discovered(path) : .finished(path))
        }
      }
      return directories
    }

    /// Whether a file was modified so lately that its writer may still be at work.
    private func isFresh(_ listing: DirectoryListing, _ index: Int) -> Bool {
      var status = stat()
      let result = listing.withName(at: index) { name -> Int32 in
        guard let base = name.baseAddress else { return -1 }
        return fstatat(listing.descriptor, base, &status, AT_SYMLINK_NOFOLLOW)
      }
      var now = timespec()
      guard result == 0, clock_gettime(CLOCK_REALTIME, &now) == 0 else { return true }
      let age =
        Duration.seconds(now.tv_sec - status.st_mtim.tv_sec)
        + .nanoseconds(now.tv_nsec - status.st_mtim.tv_nsec)
      return age < freshFor
    }

    /// Handles an error of watching a directory: it is gone, out of reach, or the system has no
    /// more watches.
    private func meet(_ error: FileError, at path: FilePath) {
      switch error.code {
      case ENOENT, ENOTDIR, ELOOP: return
      case ENOSPC:
        failure =
          "the system's inotify watches are used up (\(tree.count) held here). "
          + "Raise fs.inotify.max_user_watches; polling meanwhile."
      case ENOMEM:
        failure = "the kernel has no memory for further watches; polling meanwhile."
      default:
        if unreadable.count < WatchStatus.unreadableLimit, !unreadable.contains(path.text) {
          unreadable.append(path.text)
        }
      }
    }

    /// Checks whether each root is still the directory that is watched.
    private func checkRoots(isFirst: Bool) {
      for root in roots where failure == nil {
        let identity = FileIdentity(path: root)
        if let identity, identity == identities[root] { continue }
        let wasThere = identities.removeValue(forKey: root) != nil
        if wasThere { unwatch(root) }
        if let identity,
          watchTree(root) != nil
        {
          identities[root] = identity
          if !isFirst { board.note(.rootReturned(root)) }
        } else if wasThere || isFirst {
          board.noteMissing(root: root)
        }
      }
    }

    private func unwatch(_ root: String) {
      guard let node = tree.root(root) else { return }
      for watch in tree.detach(node) { queue.unwatch(watch) }
    }

    /// After an overflow or an unmount, finds the directories that are not watched and those that
    /// are gone.
    ///
    /// The rescan is announced afterwards, so that everything that the scan passes is watched by
    /// then.
    private func rebuildIfDue(_ now: ContinuousClock.Instant) {
      // At most once a second while a burst lasts: each time lists every directory.
      guard let since = overflowedAt, now - since >= .milliseconds(100) else { return }
      overflowedAt = nil
      unreadable = []
      var watches: Set<Int32> = []
      for root in roots where identities[root] != nil && failure == nil {
        if let found = watchTree(root) {
          watches.formUnion(found)
        }
      }
      guard failure == nil else { return }
      for watch in tree.watches where !watches.contains(watch) {
        guard let node = tree[watch] else { continue }
        for gone in tree.detach(node) { queue.unwatch(gone) }
      }
      board.note(.overflow)
    }

    /// Checks which file systems are mounted at and below the roots, because no event tells it.
    private func checkMounts(isFirst: Bool) {
      // Without /proc there is no table; the regular rescan must do.
      guard let text = MountTable.currentText() else { return }
      let resolved = roots.map { DirectoryScan.resolve($0) ?? $0 }
      let table = MountTable(text, relevantTo: resolved)
      defer { mounts = table }
      guard table != mounts else { return }
      for (root, place) in zip(roots, resolved) {
        guard let type = table.remoteType(for: place) else { continue }
        failure =
          "\(root) is, or contains, a file system of type \(type), where changes by others raise no "
          + "events; polling."
      }
      if !isFirst, failure == nil {
        checkRoots(isFirst: false)
        overflowedAt = overflowedAt ?? .now
        board.note(.mountsChanged)
      }
    }
  }
#endif
