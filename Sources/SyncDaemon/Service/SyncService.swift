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

/// The running service of a site: one pass after the other, each caused by a watcher, a person or
/// the clock.
///
/// One task owns the pipeline. Other tasks put orders into a queue and wait for the report. The
/// watcher gathers what changes during a pass into one order for the next. A pass that fails is
/// tried again with growing pauses, because a full or read-only disk may be mended at any time.
public final class SyncService: Service {
  /// The surroundings that the service is given.
  public struct Wiring: Sendable {
    /// Checks settings before they are taken up; throws if they name something that cannot be used.
    public var check: @Sendable (Settings) throws -> Void
    /// Called once readers may be answered: whatever they were served before a kill is visible.
    public var onServable: @Sendable () -> Void
    /// Called once the state is loaded.
    public var onReady: @Sendable () -> Void
    /// Called with its present work, in words.
    public var onStatus: @Sendable (String) -> Void
    /// The environment's variables.
    public var environment: [String: String]
    /// Returns the standing of the WebSub hubs.
    public var hubs: @Sendable () async -> [SiteStatus.Hub]
    /// Returns the standing of the buckets.
    public var buckets: @Sendable () async -> [SiteStatus.Bucket]
    /// Called after each pass that succeeded, with its request.
    public var onPass: @Sendable (SyncRequest) -> Void

    /// Makes the surroundings of a service.
    public init(
      check: @escaping @Sendable (Settings) throws -> Void = { _ in },
      onServable: @escaping @Sendable () -> Void = {},
      onReady: @escaping @Sendable () -> Void, onStatus: @escaping @Sendable (String) -> Void,
      environment: [String: String],
      hubs: @escaping @Sendable () async -> [SiteStatus.Hub] = { [] },
      buckets: @escaping @Sendable () async -> [SiteStatus.Bucket] = { [] },
      onPass: @escaping @Sendable (SyncRequest) -> Void = { _ in }
    ) {
      self.check = check
      self.onServable = onServable
      self.onReady = onReady
      self.onStatus = onStatus
      self.environment = environment
      self.hubs = hubs
      self.buckets = buckets
      self.onPass = onPass
    }
  }

  /// The interval at which free memory is given back while changes come: some milliseconds of work,
  /// after a pass and not within it. At twelve changes a second the heap grew from 52 to 83 MiB
  /// within ten seconds and was 52 again (`Tests/Benchmarks/soak.py`, 2026-11-22).
  private static let trimInterval: Duration = .seconds(1)

  private struct Order: Sendable {
    var request: SyncRequest
    /// Whether the settings are read again.
    var takesSettings = false
    /// Whether the pins are read again.
    var takesPins = false
    /// Whether it only repeats a pass that failed.
    var isRetry = false
    var progress: (@Sendable (ControlProgress) -> Void)?
    var done: (@Sendable (Result<Outcome, OrderFailure>) -> Void)?
  }

  /// The result of an order.
  private struct Outcome: Sendable {
    var report: SyncReport
    /// The messages about settings and pins that are wrong; the old ones are in force.
    var refused: [String]
  }

  /// The reason why an order was not carried out.
  public struct OrderFailure: Error, Sendable, CustomStringConvertible {
    /// The message: what failed, where, why, and what to do.
    public let message: String
    /// The exit status of a command that gave the order.
    public var exitStatus: Int32 = 74

    /// The message.
    public var description: String { message }
  }

  /// The status of the service.
  public let board: StatusBoard
  private let site: Site
  private let configuration: Mutex<SiteConfiguration>
  private let wiring: Wiring
  private let heartbeat: Heartbeat<ContinuousClock>
  private let log: Logger
  private let metrics = ServiceMetrics()
  private let makePipeline: @Sendable () -> Pipeline
  private let articlesWatch = WatcherSlot()
  private let pinsWatch = WatcherSlot()
  private let stops = Atomic<Bool>(false)
  /// The time of the next look for missing files.
  private let look = Mutex<ContinuousClock.Instant?>(nil)
  private let orders: AsyncStream<Order>
  private let queue: AsyncStream<Order>.Continuation

  /// Makes a service; it opens the site when it runs.
  public init(
    site: Site, configuration: SiteConfiguration, wiring: Wiring,
    heartbeat: Heartbeat<ContinuousClock>, log: Logger,
    makePipeline: @escaping @Sendable () -> Pipeline
  ) {
    self.site = site
    self.configuration = Mutex(configuration)
    self.wiring = wiring
    self.heartbeat = heartbeat
    self.log = log
    self.makePipeline = makePipeline
    board = StatusBoard(site: site.root)
    (orders, queue) = AsyncStream.makeStream(of: Order.self)
  }

  /// Takes up settings and pins, looks again, and returns the report.
  ///
  /// Wrong settings or pins do not stop it: the old ones stay in force, and the report has a note.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - progress: Called with the progress now and then.
  /// - Returns: What changed.
  /// - Throws: `OrderFailure`.
  public func resync(
    _ request: SyncRequest, progress: (@Sendable (ControlProgress) -> Void)? = nil
  ) async throws -> SyncReport {
    let outcome = try await order(
      Order(request: request, takesSettings: true, takesPins: true, progress: progress))
    var report = outcome.report
    report.notes = outcome.refused + report.notes
    return report
  }

  /// Takes up the settings and pins as they are now, and looks at everything.
  ///
  /// - Parameters:
  ///   - settings: Whether the settings are taken up, beside the pins.
  ///   - progress: Called with the progress now and then.
  /// - Returns: What changed.
  /// - Throws: `OrderFailure`, with exit status 78 if they are wrong; everything was looked at all
  ///   the same.
  public func reload(
    settings: Bool = true, progress: (@Sendable (ControlProgress) -> Void)? = nil
  ) async throws -> SyncReport {
    let outcome = try await order(
      Order(
        request: SyncRequest(), takesSettings: settings, takesPins: true, progress: progress))
    guard outcome.refused.isEmpty else {
      throw OrderFailure(message: outcome.refused.joined(separator: "\n"), exitStatus: 78)
    }
    return outcome.report
  }

  private func order(_ order: Order) async throws -> Outcome {
    let result = await withCheckedContinuation { continuation in
      var order = order
      order.done = { continuation.resume(returning: $0) }
      if case .terminated = queue.yield(order) {
        continuation.resume(returning: .failure(OrderFailure(message: "newsfold is stopping.")))
      }
    }
    return try result.get()
  }

  /// Opens the site, and works until the service group shuts down.
  public func run() async throws {
    // Whatever comes of it, nobody waits for longer than this service lives.
    defer { wiring.onServable() }
    var pipeline = makePipeline()
    board.began(at: pipeline.world.now())
    board.say("loading")
    wiring.onStatus("loading what is remembered")
    pipeline.world.isStopping = { [self] in stops.load(ordering: .relaxed) }
    pipeline.world.onUnsettled = { [self] in articlesWatch.current?.recheck($0) }
    do {
      try await withGracefulShutdownHandler {
        try await pipeline.open(onServable: wiring.onServable)
      } onGracefulShutdown: { [self] in
        stops.store(true, ordering: .relaxed)
      }
    } catch is PassInterrupted {
      return
    }
    board.remembers(pipeline.status)
    watchAgain(pipeline.rules.settings)
    let control = try ControlServer(
      path: ControlSocketPath(
        stateDirectory: site.stateDirectory, environment: wiring.environment)
    ) { [self] request in
      answer(request)
    }
    // The watcher asks for the first pass once it watches, so that it tells every change after that
    // look.
    wiring.onReady()
    await withGracefulShutdownHandler {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { [self] in
          await articlesWatch.run { await articlesChanged($0, $1) }
          heartbeat.rest("watch")
        }
        group.addTask { [self] in await pinsWatch.run { event, _ in await pinsChanged(event) } }
        await work(&pipeline)
        articlesWatch.change(to: nil)
        pinsWatch.change(to: nil)
        group.cancelAll()
      }
    } onGracefulShutdown: { [self] in
      stops.store(true, ordering: .relaxed)
      queue.finish()
    }
    control.stop()
    board.say("stopped")
    // Kept for ever on purpose: the process ends with its service. Freeing the state kept the
    // process for a second with 50,000 articles (2026-11-22), which is all the time that SIGTERM
    // may take.
    _ = Unmanaged.passRetained(Remains(pipeline))
  }

  /// Holds a pipeline that is no longer used.
  private final class Remains {
    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }
  }

  /// Starts to watch articles and pins as the settings say.
  private func watchAgain(_ settings: Settings) {
    let site = site
    let heartbeat = heartbeat
    func watcher(
      _ roots: [String], isIgnored: @escaping @Sendable (String) -> Bool,
      onBeat: @escaping @Sendable () -> Void = {}
    ) -> SiteWatcher<ContinuousClock> {
      SiteWatcher(
        settings: .init(
          roots: roots,
          times: SettlingTimes(settle: settings.settle, spacing: settings.publishInterval),
          pollsOnly: settings.watch == .polling, pollInterval: settings.poll,
          rescanInterval: settings.rescan, isIgnored: isIgnored, onBeat: onBeat),
        clock: ContinuousClock())
    }
    articlesWatch.change(
      to: watcher(
        site.articleRoots(settings),
        isIgnored: { path in
          site.isOwn(path) || path.split(separator: "/").last?.hasPrefix(".") == true
        },
        onBeat: { heartbeat.beat("watch", at: "watch") }))
    // Its directory is watched, because the file may be made later, and is replaced when it is
    // changed.
    pinsWatch.change(
      to: watcher([site.root], isIgnored: { $0 != site.pinsPath && $0 != site.root }))
  }

  /// Turns a watcher's event into an order, and waits until it is done.
  private func articlesChanged(
    _ event: WatchEvent, _ watcher: SiteWatcher<ContinuousClock>
  ) async {
    heartbeat.rest("watch")
    var request = SyncRequest(absence: .waits)
    switch event {
    case .changed(let settled, let removed): request.paths = settled + removed
    case .rescan(let reasons):
      request.waitsForWriters = true
      log.info(
        "looking at everything",
        metadata: ["stage": "watch", "why": "\(reasons.map { "\($0)" }.joined(separator: ", "))"])
    }
    // Silence is right: the worker logs and counts the failure and tries again.
    _ = try? await order(Order(request: request))
    board.watching(watcher.status)
  }

  /// Takes up `pins.yaml` if it differs from the pins in force.
  private func pinsChanged(_ event: WatchEvent) async {
    var fresh = configuration.withLock { $0 }
    let old = fresh.texts.pins
    // Silence is right: the worker refuses wrong pins and logs it.
    let isRead = (try? fresh.takePins(of: site, files: POSIXFiles())) != nil
    guard !isRead || fresh.texts.pins != old || board.isRefused(.pins) else { return }
    // Silence is right, as above.
    _ = try? await order(Order(request: SyncRequest(waitsForWriters: true), takesPins: true))
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
      let refused = takeUp(order, &pipeline)
      let pass = PassWatch(clock: ContinuousClock())
      pipeline.world.onProgress = progress(of: pass, order)
      do {
        let board = board
        let report = try await pipeline.sync(order.request) { done, total in
          // Often enough to follow a large site, too seldom to cost anything.
          guard done % 256 == 0 || done == total else { return }
          board.say("read", done: done, total: total)
          order.progress?(ControlProgress(stage: "read", done: done, total: total))
        }
        pause = .seconds(1)
        let view = pipeline.status
        board.add(
          report, view: view, wasWhole: order.request.paths.isEmpty,
          next: pipeline.rules.settings.rescan, at: pipeline.world.now())
        metrics.done(report, view: view, durations: pass.end())
        words.tell(report)
        lookAgain(after: pipeline.nextLook)
        wiring.onPass(order.request)
        order.done?(.success(Outcome(report: report, refused: refused)))
        if !stops.load(ordering: .relaxed) { await pipeline.warmUp() }
      } catch let interrupted as PassInterrupted {
        order.done?(.failure(OrderFailure(message: "\(interrupted)")))
      } catch {
        let message = "\(error)"
        metrics.failed(durations: pass.end())
        log.error("pass failed", metadata: Self.metadata(of: error))
        board.failed(message, at: pipeline.world.now())
        order.done?(.failure(OrderFailure(message: message)))
        retry(after: pause)
        // Doubled up to a minute: soon enough for a person who has mended the disk, rare enough for
        // the log.
        pause = min(pause * 2, .seconds(60))
      }
      // What could not be finished at the start is done by now, or will not be soon.
      wiring.onServable()
      heartbeat.rest("pass")
      if order.request.paths.isEmpty || .now - trimmed > Self.trimInterval {
        ProcessMemory.giveBack()
        trimmed = .now
      }
      if let status = articlesWatch.current?.status {
        board.watching(status)
        metrics.watching(status)
      }
      board.say("idle")
      wiring.onStatus(board.summaryLine)
    }
  }

  /// The stage, path and cause of an error, for the log.
  private static func metadata(of error: any Error) -> Logger.Metadata {
    guard let error = error as? PassError else { return ["cause": "\(error)"] }
    var metadata: Logger.Metadata = ["stage": "\(error.stage.rawValue)", "cause": "\(error.cause)"]
    if let path = error.path { metadata["path"] = "\(path)" }
    return metadata
  }

  /// Follows a pass: each sign of progress is a heartbeat for the watchdog, each new stage a line
  /// of status.
  private func progress(
    of pass: PassWatch<ContinuousClock>, _ order: Order
  ) -> @Sendable (PassStage) -> Void {
    let (heartbeat, board, wiring) = (heartbeat, board, wiring)
    // A change passes its stages within milliseconds, too fast to be read; only longer work is
    // reported to systemd.
    let quiet = ContinuousClock.now.advanced(by: .milliseconds(200))
    return { stage in
      heartbeat.beat("pass", at: stage.rawValue)
      guard pass.saw(stage) else { return }
      board.say(stage.rawValue)
      if ContinuousClock.now > quiet { wiring.onStatus(board.summaryLine) }
      order.progress?(ControlProgress(stage: stage.rawValue, done: 0))
    }
  }

  /// Orders a look at everything for the time when missing files have been missing long enough.
  private func lookAgain(after pause: Duration?) {
    let due = pause.map { ContinuousClock.now + $0 }
    let isSooner = look.withLock { planned in
      guard let due else { return false }
      if let known = planned, known > .now, known <= due { return false }
      planned = due
      return true
    }
    guard isSooner, let due else { return }
    enqueue(Order(request: SyncRequest(waitsForWriters: true, absence: .waits)), at: due)
  }

  private func retry(after pause: Duration) {
    enqueue(
      Order(request: SyncRequest(waitsForWriters: true, absence: .waits), isRetry: true),
      at: .now + pause)
  }

  /// Puts an order into the queue at a later time.
  private func enqueue(_ order: Order, at due: ContinuousClock.Instant) {
    let queue = queue
    Task {
      // Cancelled with the process only; a late order to a finished queue does nothing.
      try? await Task.sleep(until: due, tolerance: .zero, clock: .continuous)
      queue.yield(order)
    }
  }

  /// Takes up the settings and pins that an order asks for; if they are wrong the old ones stay in
  /// force.
  ///
  /// - Returns: The messages about what was refused.
  private func takeUp(_ order: Order, _ pipeline: inout Pipeline) -> [String] {
    guard order.takesSettings || order.takesPins else { return [] }
    var fresh = configuration.withLock { $0 }
    let old = fresh
    var refused: [String] = []
    func attempt(_ part: StatusBoard.Part, _ apply: () throws -> Void) {
      do {
        try apply()
        board.took(part)
      } catch {
        refused.append("\(error)")
        let isNew = board.refused(part, "\(error)", at: pipeline.world.now())
        // A person who asks is answered each time; a file that the service looks at by itself is
        // complained of once.
        guard isNew || order.takesSettings else { return }
        log.error(
          part == .pins
            ? "pins are wrong, the old ones stay" : "settings are wrong, the old ones stay",
          metadata: ["stage": "settings", "cause": "\(error)"])
      }
    }
    if order.takesSettings {
      attempt(.settings) {
        try fresh.takeSettings(of: site, files: POSIXFiles(), check: wiring.check)
      }
    }
    if order.takesPins { attempt(.pins) { try fresh.takePins(of: site, files: POSIXFiles()) } }
    configuration.withLock { [fresh] in $0 = fresh }
    metrics.refusing(board.isRefused(.settings) || board.isRefused(.pins))
    if old.settings != fresh.settings || old.pins != fresh.pins {
      pipeline.apply(fresh.settings, pins: fresh.pins)
    }
    if old.settings != fresh.settings { tookUp(fresh.settings, after: old.settings) }
    if old.pins != fresh.pins { log.notice("pins taken up", metadata: ["stage": "settings"]) }
    return refused
  }

  private func tookUp(_ settings: Settings, after old: Settings) {
    log.notice("settings taken up", metadata: ["stage": "settings"])
    if isWatchedOtherwise(old, settings) { watchAgain(settings) }
    for (key, isOther) in [
      ("listen", old.listen != settings.listen),
      ("ttl", old.minutesToLive != settings.minutesToLive),
      ("publish", old.buckets != settings.buckets),
      ("resync_token_file", old.resyncTokenFile != settings.resyncTokenFile),
    ] where isOther {
      log.warning(
        "a setting is taken up at the next start", metadata: ["stage": "settings", "key": "\(key)"])
    }
  }

  /// Whether two settings differ in something that the watcher depends on.
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
          status.buckets = await wiring.buckets()
          continuation.yield(try AnswerCoding.result(status))
        case .resync:
          let report = try await resync(
            SyncRequest(
              paths: request.paths.map { FilePath($0) }, isFull: request.full,
              absence: request.withdraws ? .withdraws : .atOnce),
            progress: { continuation.yield(.progress($0)) })
          continuation.yield(try AnswerCoding.result(report))
        case .reload, .pins:
          let report = try await reload(
            settings: request.command == .reload, progress: { continuation.yield(.progress($0)) })
          continuation.yield(try AnswerCoding.result(report))
        case .configuration:
          continuation.yield(try AnswerCoding.result(configuration.withLock { $0.texts }))
        }
      } catch let failure as OrderFailure {
        continuation.yield(
          .failure(ControlFailure(exitStatus: failure.exitStatus, message: failure.message)))
      } catch {
        continuation.yield(.failure(ControlFailure(exitStatus: 74, message: "\(error)")))
      }
      continuation.finish()
    }
    return stream
  }
}
