import Compression
import FeedServer
import Feeds
import FoundationEssentials
import Logging
import NewsModel
import ObjectStorage
import ServiceLifecycle
import Stories
import SyncDaemon
import UnixSignals

/// Puts the service together: watcher, pipeline, server, signals and systemd.
struct ServiceAssembly {
  private let group: ServiceGroup

  init(
    opened: OpenedSite, listen: String?, environment: [String: String], metrics: PrometheusMetrics
  ) throws {
    let log = Logger(label: "newsfold")
    let site = opened.site
    let notifier = Notifier(environment: environment)
    let heartbeat = Heartbeat(clock: ContinuousClock())
    var configuration = FeedServerConfiguration(
      address: try Self.address(listen ?? opened.settings.listen, environment: environment))
    configuration.operationsAddress = try opened.settings.operationsListen.map {
      try ListenAddress($0)
    }
    configuration.maxAge = opened.settings.minutesToLive * 60
    configuration.resyncToken = try ResyncToken.read(opened.settings, of: site)

    var store = site.stateStore()
    let remembered = try store.load()
    let retired = Self.retired(remembered, settings: opened.settings)
    // Given to one owner, not shared: a change of a shared state would copy all of it.
    let loaded = LoadedState(store, remembered)
    let exchange = ServiceExchange()
    let servable = AsyncStream<Never>.makeStream()
    let server = try FeedServer(
      configuration: configuration, root: site.publicDirectory,
      memory: site.stateStore(), retired: retired, metrics: metrics,
      readiness: { await exchange.readiness() },
      resync: { try await exchange.resync() },
      untilServable: { for await _ in servable.stream {} },
      onListening: { Self.tellAddress($0, baseURL: opened.settings.baseURL, log) }, logger: log)
    // Hubs are told of what everybody can fetch: from the first bucket, if there is one.
    let whole = AsyncStream<Never>.makeStream()
    if opened.settings.buckets.isEmpty { whole.continuation.finish() }
    let hubs = HubPublisher(
      root: site.publicDirectory, memory: site.stateStore(), metrics: metrics,
      logger: log,
      untilReadable: {
        await server.untilListening()
        for await _ in whole.stream {}
      })
    let passed = opened.settings.buckets.map { _ in AsyncStream<Never>.makeStream() }
    let buckets = try Buckets.mirrors(
      opened, environment: environment, metrics: metrics, log: log,
      number: remembered.lastPublication?.number ?? 0,
      onFeeds: { hubs.publish(Publication(documents: $0)) },
      onComplete: { whole.continuation.finish() },
      // A look at a public/ that is not yet made anew would remove what is about to return.
      untilReadable: passed.map { pair in { for await _ in pair.stream {} } })
    let directory = DirectoryTarget(
      directory: site.publicDirectory, files: POSIXFiles(), dates: site.stateStore().dates,
      compress: { Gzip.compressed($0) })
    let others: [any PublishTarget] = buckets.isEmpty ? [hubs] : buckets
    let targets: [any PublishTarget] = [server, directory] + others
    let service = SyncService(
      site: site, configuration: opened.configuration,
      wiring: Self.wiring(
        site, environment: environment, notifier: notifier, hubs: hubs, buckets: buckets,
        onServable: { servable.continuation.finish() },
        onPass: { for pair in passed { pair.continuation.finish() } }),
      heartbeat: heartbeat, log: log,
      makePipeline: {
        let (store, remembered) = loaded.handOver()
        return Pipeline(
          world: PassWorld(site: site, files: POSIXFiles(), now: { Date() }, log: log),
          settings: opened.settings, pins: opened.pins,
          store: store ?? site.stateStore(), loaded: remembered,
          // The server comes first: the state is on the disk by then, and readers need not wait for
          // the documents to be written.
          targets: targets)
      })
    exchange.connect(service)
    let signals = SignalService(service: service, notifier: notifier, log: log)
    let watchdog = WatchdogService(
      watchdog: Watchdog(
        environment: environment, process: ProcessInfo.processInfo.processIdentifier,
        notifier: notifier, heartbeat: heartbeat, clock: ContinuousClock()),
      log: log)
    let mirrors: [any Service] = buckets
    let services: [any Service] = [server, hubs] + mirrors + [service, signals, watchdog]
    var groupConfiguration = ServiceGroupConfiguration(
      services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
      logger: log)
    // Time to finish a publication; usually the process ends within a second.
    groupConfiguration.maximumGracefulShutdownDuration = .seconds(5)
    group = ServiceGroup(configuration: groupConfiguration)
  }

  /// Connects the service with the other parts.
  private static func wiring(
    _ site: Site, environment: [String: String], notifier: Notifier, hubs: HubPublisher,
    buckets: [BucketMirror], onServable: @escaping @Sendable () -> Void,
    onPass: @escaping @Sendable () -> Void
  ) -> SyncService.Wiring {
    SyncService.Wiring(
      check: {
        _ = try ResyncToken.read($0, of: site)
        try Buckets.check($0, of: site, environment: environment)
      },
      onServable: onServable,
      onReady: { tell(notifier, .ready) },
      onStatus: { tell(notifier, .status($0)) },
      environment: environment,
      hubs: { await hubs.standings.map(SiteStatus.Hub.init) },
      buckets: {
        var standings: [SiteStatus.Bucket] = []
        for bucket in buckets { standings.append(SiteStatus.Bucket(await bucket.standing)) }
        return standings
      },
      onPass: { request in
        onPass()
        guard request.isFull else { return }
        // Whoever asks for everything wants the buckets looked at, too.
        for bucket in buckets { Task { await bucket.lookAgain() } }
      })
  }

  /// Runs until the process is told to stop or a part of it fails.
  func run() async throws {
    try await group.run()
  }

  private static func tell(_ notifier: Notifier, _ message: Notifier.Message) {
    // Silence is right: without systemd nobody listens, and with it a lost message runs into a
    // timeout that systemd reports.
    try? notifier.send(message)
  }

  private static func address(
    _ text: String, environment: [String: String]
  ) throws -> ListenAddress {
    let inherited = try ListenSockets(
      environment: environment, process: ProcessInfo.processInfo.processIdentifier)
    if let socket = inherited.sockets.first {
      return .inherited(descriptor: socket.descriptor)
    }
    return try ListenAddress(text)
  }

  /// Logs the address to open, and a warning if the published links cannot lead there.
  private static func tellAddress(_ listening: HostAndPort?, baseURL: String, _ log: Logger) {
    guard let listening else { return }
    log.notice(
      "serving", metadata: ["stage": "serve", "open": "\(ServedAddress.toOpen(listening))"])
    if let misfit = ServedAddress.misfit(baseURL: baseURL, listening: listening) {
      log.warning(
        "base_url does not fit listen", metadata: ["stage": "serve", "cause": "\(misfit)"])
    }
  }

  /// Lists the pages that redirect (308) or are gone (410).
  private static func retired(_ state: SyncState, settings: Settings) -> RetiredPaths {
    var redirects: [PageRedirect] = []
    var gone: [String] = []
    for story in state.ledger.retired.values.sorted(by: { $0.id < $1.id }) {
      let path = FeedAddress.pagePath(slug: story.slug)
      if let slug = state.survivorSlug(of: story.id) {
        redirects.append(
          PageRedirect(path: path, url: "\(settings.baseURL)stories/\(slug)/"))
      } else {
        gone.append(path)
      }
    }
    return RetiredPaths(redirects: redirects, gone: gone)
  }
}

extension SiteStatus.Hub {
  fileprivate init(_ standing: HubStanding) {
    self.init(
      url: standing.hub, waiting: standing.waiting, failures: standing.failures,
      lastAccepted: standing.lastAccepted, nextAttempt: standing.nextAttempt,
      problem: standing.problem)
  }
}
