import FoundationEssentials
public import Logging
import NewsModel
public import ServiceLifecycle
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The running service of a site: one pass after the other, each caused by a watcher, a person or the clock.
///
/// One task owns the pipeline. Who wants a pass puts an order in line and waits for its report; what the watcher
/// tells while a pass runs is gathered by the watcher into the next one. A pass that fails is tried again with
/// growing pauses, since a full or read-only disk may be mended any time.
public final class SyncService: Service {
  /// What the service needs from outside.
  public struct Wiring: Sendable {
    /// Reads the settings and pins again, on SIGHUP.
    public var reload: @Sendable () throws -> (Settings, Pins)
    /// Told once everything that is remembered is loaded.
    public var onReady: @Sendable () -> Void
    /// Told what it is doing, in words.
    public var onStatus: @Sendable (String) -> Void
    /// The environment's variables.
    public var environment: [String: String]
    /// Asked how it stands with the WebSub hubs.
    public var hubs: @Sendable () async -> [SiteStatus.Hub]

    /// Wires a service.
    public init(
      reload: @escaping @Sendable () throws -> (Settings, Pins),
      onReady: @escaping @Sendable () -> Void, onStatus: @escaping @Sendable (String) -> Void,
      environment: [String: String],
      hubs: @escaping @Sendable () async -> [SiteStatus.Hub] = { [] }
    ) {
      self.reload = reload
      self.onReady = onReady
      self.onStatus = onStatus
      self.environment = environment
      self.hubs = hubs
    }
  }

  /// How often free memory is given back while changes come: some milliseconds of work, after a pass and not within it. At twelve
  /// changes a second the heap grew from 52 to 83 MiB within ten seconds and was 52 again (2026-11-22, soak.py).
  private static let trimInterval: Duration = .seconds(1)

  private struct Order: Sendable {
    var request: SyncRequest
    var reloads = false
    /// Whether it only tries again what failed.
    var isRetry = false
    var progress: (@Sendable (ControlProgress) -> Void)?
    var done: (@Sendable (Result<SyncReport, OrderFailure>) -> Void)?
  }

  /// Why an order was not done, in words.
  public struct OrderFailure: Error, Sendable {
    /// What failed, where, why, and what to do.
    public let message: String
  }

  /// What it is doing, for `status`.
  public let board: StatusBoard
  private let site: Site
  private let settings: Settings
  private let wiring: Wiring
  private let heartbeat: Heartbeat<ContinuousClock>
  private let log: Logger
  private let metrics = ServiceMetrics()
  private let makePipeline: @Sendable () -> Pipeline
  private let watcher = Mutex<SiteWatcher<ContinuousClock>?>(nil)
  private let stops = Atomic<Bool>(false)
  private let orders: AsyncStream<Order>
  private let line: AsyncStream<Order>.Continuation

  /// Makes a service; it opens the site when it runs.
  public init(
    site: Site, settings: Settings, wiring: Wiring, heartbeat: Heartbeat<ContinuousClock>,
    log: Logger, makePipeline: @escaping @Sendable () -> Pipeline
  ) {
    self.site = site
    self.settings = settings
    self.wiring = wiring
    self.heartbeat = heartbeat
    self.log = log
    self.makePipeline = makePipeline
    board = StatusBoard(site: site.root)
    (orders, line) = AsyncStream.makeStream(of: Order.self)
  }

  /// Looks again and returns what came of it.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - progress: Told how far it is, now and then.
  /// - Returns: What changed.
  /// - Throws: `OrderFailure`.
  public func resync(
    _ request: SyncRequest, progress: (@Sendable (ControlProgress) -> Void)? = nil
  ) async throws -> SyncReport {
    try await order(Order(request: request, progress: progress))
  }

  /// Takes up the settings as they are now and looks at everything.
  public func reload() async throws -> SyncReport {
    try await order(Order(request: SyncRequest(), reloads: true))
  }

  private func order(_ order: Order) async throws -> SyncReport {
    let result = await withCheckedContinuation { continuation in
      var order = order
      order.done = { continuation.resume(returning: $0) }
      if case .terminated = line.yield(order) {
        continuation.resume(returning: .failure(OrderFailure(message: "newsfold is stopping.")))
      }
    }
    return try result.get()
  }

  /// Opens the site and works until the service group shuts down.
  public func run() async throws {
    var pipeline = makePipeline()
    board.began(at: pipeline.world.now())
    board.say("loading")
    wiring.onStatus("loading what is remembered")
    pipeline.world.isStopping = { [self] in stops.load(ordering: .relaxed) }
    pipeline.world.onUnsettled = { [self] in watcher.withLock { $0 }?.recheck($0) }
    do {
      try await withGracefulShutdownHandler {
        try await pipeline.open()
      } onGracefulShutdown: { [self] in
        stops.store(true, ordering: .relaxed)
      }
    } catch is PassInterrupted {
      return
    }
    board.remembers(pipeline.status)
    watcher.withLock { $0 = makeWatcher(settings) }
    let control = try ControlServer(
      path: ControlSocketPath(
        stateDirectory: site.stateDirectory, environment: wiring.environment)
    ) { [self] request in
      answer(request)
    }
    // The first pass is the watcher's wish, once it watches: what changes after that look is told.
    wiring.onReady()
    await withGracefulShutdownHandler {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { [self] in await watch() }
        await work(&pipeline)
        changeWatcher(to: nil)
        group.cancelAll()
      }
    } onGracefulShutdown: { [self] in
      stops.store(true, ordering: .relaxed)
      line.finish()
    }
    control.stop()
    board.say("stopped")
    // The process ends with its service. What is remembered is not taken apart before: that kept the process for a second with
    // 50,000 articles (2026-11-22), the whole of what SIGTERM may take.
    _ = Unmanaged.passRetained(Remains(pipeline))
  }

  /// Holds a pipeline that is of no further use.
  private final class Remains {
    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }
  }

  private func makeWatcher(_ settings: Settings) -> SiteWatcher<ContinuousClock> {
    let site = site
    let heartbeat = heartbeat
    return SiteWatcher(
      settings: .init(
        roots: site.articleRoots(settings),
        times: SettlingTimes(settle: settings.settle, spacing: settings.publishInterval),
        pollsOnly: settings.watch == .polling, pollInterval: settings.poll,
        rescanInterval: settings.rescan,
        isIgnored: { path in
          site.isOwn(path) || path.split(separator: "/").last?.hasPrefix(".") == true
        },
        onBeat: { heartbeat.beat("watch", at: "watch") }),
      clock: ContinuousClock())
  }

  /// Lets another watcher take over, or none.
  private func changeWatcher(to fresh: SiteWatcher<ContinuousClock>?) {
    let old = watcher.withLock { watcher in
      defer { watcher = fresh }
      return watcher
    }
    old?.stop()
  }

  /// Turns what the watcher tells into orders, one at a time, until there is no watcher.
  private func watch() async {
    while let watcher = watcher.withLock({ $0 }) {
      await watch(watcher)
      heartbeat.rest("watch")
      // One that has ended by itself, which none does, must not be asked again and again.
      if self.watcher.withLock({ $0 === watcher }) { return }
    }
  }

  private func watch(_ watcher: SiteWatcher<ContinuousClock>) async {
    while let event = await watcher.next() {
      heartbeat.rest("watch")
      var request = SyncRequest()
      switch event {
      case .changed(let settled, let removed): request.paths = settled + removed
      case .rescan(let reasons):
        request.waitsForWriters = true
        log.info(
          "looking at everything",
          metadata: ["stage": "watch", "why": "\(reasons.map { "\($0)" }.joined(separator: ", "))"])
      }
      // The failure is said, counted and tried again by the worker.
      _ = try? await order(Order(request: request))
      board.watching(watcher.status)
    }
  }

  /// The one place where passes are made.
  private func work(_ pipeline: inout Pipeline) async {
    var pause: Duration = .seconds(1)
    var words = PassLog(log)
    var trimmed = ContinuousClock.now
    for await order in orders {
      if stops.load(ordering: .relaxed) {
        order.done?(.failure(OrderFailure(message: "\(PassInterrupted())")))
        continue
      }
      if order.isRetry, !pipeline.memory.isUnfinished { continue }
      if order.reloads { takeSettings(&pipeline) }
      let pass = PassWatch(clock: ContinuousClock())
      pipeline.onProgress = progress(of: pass, order)
      do {
        let board = board
        let report = try await pipeline.sync(order.request) { done, total in
          // A large site takes a while: often enough to be followed, too seldom to cost anything.
          guard done % 256 == 0 || done == total else { return }
          board.say("read", done: done, total: total)
          order.progress?(ControlProgress(stage: "read", done: done, total: total))
        }
        pause = .seconds(1)
        let view = pipeline.status
        board.take(
          report, view: view, wasWhole: order.request.paths.isEmpty,
          next: pipeline.rules.settings.rescan, at: pipeline.world.now())
        metrics.done(report, view: view, durations: pass.end())
        words.tell(report)
        order.done?(.success(report))
        if !stops.load(ordering: .relaxed) { await pipeline.warmUp() }
      } catch let interrupted as PassInterrupted {
        order.done?(.failure(OrderFailure(message: "\(interrupted)")))
      } catch {
        metrics.failed(durations: pass.end())
        let message = "\(error)"
        log.error("pass failed", metadata: Self.metadata(of: error))
        board.failed(message, at: pipeline.world.now())
        order.done?(.failure(OrderFailure(message: message)))
        retry(after: pause)
        // Doubled up to a minute: soon enough for a person who has mended it, rare enough for the log.
        pause = min(pause * 2, .seconds(60))
      }
      heartbeat.rest("pass")
      if order.request.paths.isEmpty || .now - trimmed > Self.trimInterval {
        ProcessMemory.giveBack()
        trimmed = .now
      }
      if let status = watcher.withLock({ $0 })?.status {
        board.watching(status)
        metrics.watching(status)
      }
      board.say("idle")
      wiring.onStatus(board.line)
    }
  }

  /// Where a pass failed, and why.
  private static func metadata(of error: any Error) -> Logger.Metadata {
    guard let error = error as? PassError else { return ["cause": "\(error)"] }
    var metadata: Logger.Metadata = ["stage": "\(error.stage.rawValue)", "cause": "\(error.cause)"]
    if let path = error.path { metadata["path"] = "\(path)" }
    return metadata
  }

  /// What a pass tells while it gets on: the watchdog's heartbeat at each sign of life, words at each new stage.
  private func progress(
    of pass: PassWatch<ContinuousClock>, _ order: Order
  ) -> @Sendable (PassStage) -> Void {
    let (heartbeat, board, wiring) = (heartbeat, board, wiring)
    // A change passes its stages within milliseconds, too fast to be read; systemd is told of what lasts.
    let quiet = ContinuousClock.now.advanced(by: .milliseconds(200))
    return { stage in
      heartbeat.beat("pass", at: stage.rawValue)
      guard pass.saw(stage) else { return }
      board.say(stage.rawValue)
      if ContinuousClock.now > quiet { wiring.onStatus(board.line) }
      order.progress?(ControlProgress(stage: stage.rawValue, done: 0))
    }
  }

  private func retry(after pause: Duration) {
    let line = line
    Task {
      // Cancelled with the process only; a late order to a finished line does nothing.
      try? await Task.sleep(for: pause)
      line.yield(Order(request: SyncRequest(waitsForWriters: true), isRetry: true))
    }
  }

  private func takeSettings(_ pipeline: inout Pipeline) {
    do {
      let (settings, pins) = try wiring.reload()
      let old = pipeline.rules.settings
      pipeline.take(settings, pins: pins)
      if isWatchedOtherwise(old, settings) { changeWatcher(to: makeWatcher(settings)) }
      if old.listen != settings.listen {
        log.warning(
          "the setting listen is taken up at the next start", metadata: ["stage": "settings"])
      }
      log.notice("settings taken up", metadata: ["stage": "settings"])
    } catch {
      log.error(
        "settings are wrong, the old ones stay",
        metadata: ["stage": "settings", "cause": "\(error)"])
      board.failed("\(error)", at: pipeline.world.now())
    }
  }

  /// Whether settings that the watcher depends on differ.
  private func isWatchedOtherwise(_ old: Settings, _ new: Settings) -> Bool {
    old.articles != new.articles || old.settle != new.settle || old.watch != new.watch
      || old.poll != new.poll || old.rescan != new.rescan
      || old.publishInterval != new.publishInterval
  }

  private func answer(_ request: ControlRequest) -> AsyncStream<ControlResponse> {
    let (stream, continuation) = AsyncStream.makeStream(of: ControlResponse.self)
    Task {
      do {
        switch request.command {
        case .status:
          var status = board.status
          status.hubs = await wiring.hubs()
          continuation.yield(try AnswerCoding.result(status))
        case .resync:
          let report = try await resync(
            SyncRequest(paths: request.paths, isFull: request.full),
            progress: { continuation.yield(.progress($0)) })
          continuation.yield(try AnswerCoding.result(report))
        }
      } catch let failure as OrderFailure {
        continuation.yield(.failure(ControlFailure(exitStatus: 74, message: failure.message)))
      } catch {
        continuation.yield(.failure(ControlFailure(exitStatus: 74, message: "\(error)")))
      }
      continuation.finish()
    }
    return stream
  }
}
