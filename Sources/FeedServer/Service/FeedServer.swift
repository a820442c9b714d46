public import Feeds
import FoundationEssentials
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
public import NewsModel
public import ServiceLifecycle
import Synchronization

/// Serves the documents of `public/` over HTTP, those that are often asked for from memory.
///
/// It is a publish target as well: readers see a publication as soon as the server gets it. It
/// never writes to `public/`, and relies on the directory target to have written one publication
/// before the next one comes.
public final class FeedServer: Service, PublishTarget {
  /// Looks at every article again; returns what changed, as JSON.
  public typealias Resync = @Sendable () async throws -> String

  private let configuration: FeedServerConfiguration
  private let site: ServedSite
  private let memory: ServerMemory?
  private let log: ChangeLog
  private let gate: ResyncGate?
  private let metrics: PrometheusMetrics
  private let serverMetrics: ServerMetrics
  private let readiness: @Sendable () async -> Readiness
  private let resync: Resync?
  private let untilServable: @Sendable () async -> Void
  private let onListening: @Sendable (HostAndPort?) -> Void
  private let logger: Logger
  private let lastSave: Mutex<Int64>
  private let publishing = Turnstile()
  /// Finished once connections are accepted.
  private let listening = AsyncStream<Never>.makeStream()

  /// Makes a server; it reads what it remembers, and listens once it runs.
  ///
  /// - Parameters:
  ///   - configuration: The address and the limits.
  ///   - root: The path of `public/`.
  ///   - memory: The keeper of what must survive a restart: cursors of the change API and bases of
  ///     deltas. Without one, clients start over after each restart.
  ///   - retired: The pages that were merged or withdrawn, as the state remembers them.
  ///   - metrics: The registry that `/metrics` shows; bootstrap swift-metrics with the same one.
  ///   - readiness: Called for `/readyz`.
  ///   - resync: Called for `POST /resync`; nil, or no token, switches it off.
  ///   - untilServable: Returns once readers may be answered; nobody is before.
  ///   - onListening: Called with the address once connections are accepted; nil if the socket has
  ///     none.
  ///   - logger: The log for events.
  /// - Throws: `TargetNotesError` if the memory cannot be written; `FeedServerError` if the token
  ///   is too short.
  public init(
    configuration: FeedServerConfiguration, root: String, memory: (any TargetMemory)? = nil,
    retired: RetiredPaths = RetiredPaths(), metrics: PrometheusMetrics = PrometheusMetrics(),
    readiness: @escaping @Sendable () async -> Readiness = {
      Readiness(isReady: true, words: "ready")
    },
    resync: Resync? = nil, untilServable: @escaping @Sendable () async -> Void = {},
    onListening: @escaping @Sendable (HostAndPort?) -> Void = { _ in },
    logger: Logger
  ) throws {
    self.configuration = configuration
    self.metrics = metrics
    self.readiness = readiness
    self.resync = resync
    self.untilServable = untilServable
    self.onListening = onListening
    self.logger = logger
    serverMetrics = ServerMetrics(metrics)
    lastSave = Mutex(configuration.clock())
    self.memory = memory.map { ServerMemory($0) }
    let epoch = String(UInt64.random(in: .min ... .max), radix: 36)
    log = try self.memory?.changes(newEpoch: epoch) ?? ChangeLog(epoch: epoch)
    if let token = configuration.resyncToken {
      gate = try ResyncGate(token: token, clock: configuration.clock)
    } else {
      gate = nil
    }
    site = ServedSite(
      directory: SiteDirectory(root: root),
      policy: HeaderPolicy(
        maxAge: configuration.maxAge,
        contentSecurityPolicy: configuration.contentSecurityPolicy),
      retired: retired, deltas: self.memory?.deltas() ?? DeltaHistories(),
      cacheByteCount: configuration.cacheByteCount,
      largestDocument: configuration.largestDocument, clock: configuration.clock)
  }

  /// Makes a publication visible, all documents at once, then tells its changes.
  ///
  /// It may come before the directory target, whose syncs take longer than everything else: the
  /// pages of one publication are answered from memory until the next one, by when they are on the
  /// disk.
  ///
  /// - Throws: `FeedServerError` if gzip files or the memory fail; publishing again is harmless.
  public func publish(_ publication: Publication) async throws {
    try await publishing.pass {
      try await NIOThreadPool.singleton.runIfActive { [self] in
        site.publish(publication)
        let fresh = log.numbered(publication.changes)
        if !fresh.isEmpty {
          try memory?.append(fresh)
          log.append(fresh)
        }
        try saveIfDue()
      }
    }
  }

  /// Loads the feeds and front pages, listens, and serves until the service is shut down.
  ///
  /// - Throws: `FeedServerError.cannotListen` and the errors of a service group.
  public func run() async throws {
    try await run { _ in }
  }

  /// Runs, and reports the port once it listens.
  ///
  /// - Parameter onListening: Called with the port; 0 if the socket has none.
  /// - Throws: `FeedServerError.cannotListen` and the errors of a service group.
  public func run(onListening: @escaping @Sendable (Int) async -> Void) async throws {
    let (site, log) = (site, log)
    // Cut off by a shutdown, it listens for no longer than that takes.
    await cancelWhenGracefulShutdown { [untilServable] in await untilServable() }
    let count = try await NIOThreadPool.singleton.runIfActive { try site.load() }
    logger.info("documents loaded", metadata: ["count": "\(count)"])
    let listener = listener(at: configuration.address, router: router(), methods: publicMethods)
    let operations = configuration.operationsAddress.map {
      self.listener(at: $0, router: operationsRouter(), methods: operationsMethods)
    }
    do {
      try await withTaskCancellationOrGracefulShutdownHandler {
        try await withThrowingTaskGroup { group in
          if let operations { group.addTask { try await operations.run { _ in } } }
          group.addTask { [listening, tell = self.onListening] in
            try await listener.run { address in
              listening.continuation.finish()
              tell(
                address.flatMap { address in
                  address.ipAddress.map { HostAndPort(host: $0, port: address.port ?? 0) }
                })
              await onListening(address?.port ?? 0)
            }
          }
          try await group.waitForAll()
        }
      } onCancelOrGracefulShutdown: {
        log.close()
      }
    } catch {
      // Silence is right: the first error is the one to report. Saved even then, because clients
      // come back with the versions that they have.
      try? memory?.save(site.deltas)
      throw error
    }
    // Blocks for one small file, as the last thing that is done.
    try memory?.save(site.deltas)
  }

  /// Returns once connections are accepted, or when the task is cancelled; for one caller.
  public func untilListening() async {
    for await _ in listening.stream {}
  }

  /// The paths of operations, and the methods that each takes.
  private var operationsMethods: [String: [HTTPMethod]] {
    var methods: [String: [HTTPMethod]] = [:]
    for path in ["/healthz", "/readyz", "/metrics"] { methods[path] = [.GET, .HEAD] }
    if gate != nil, resync != nil { methods["/resync"] = [.POST] }
    return methods
  }

  /// The paths that are no documents and are answered where documents are.
  private var publicMethods: [String: [HTTPMethod]] {
    var methods: [String: [HTTPMethod]] =
      configuration.operationsAddress == nil ? operationsMethods : ["/healthz": [.GET, .HEAD]]
    methods["/changes"] = [.GET, .HEAD]
    return methods
  }

  private func listener(
    at address: ListenAddress, router: Router<ServedRequestContext>,
    methods: [String: [HTTPMethod]]
  ) -> FeedListener {
    let responder = router.buildResponder()
    let logger = logger
    let surroundings = RequestExchange.Surroundings(
      responder: DocumentResponder(site: site, clock: configuration.clock),
      router: RouterPaths(methods: methods), clock: HTTPClock(configuration.clock),
      metrics: serverMetrics, limits: configuration.limits, logger: logger,
      threadPool: .singleton)
    let connection = ServedConnection(surroundings: surroundings) { request, writer, channel in
      let context = ServedRequestContext(
        source: ApplicationRequestContextSource(channel: channel, logger: logger))
      let response: Response
      do {
        response = try await responder.respond(to: request, context: context)
      } catch {
        logger.error("request failed", metadata: ["error": "\(error)"])
        response = Problem(
          title: "failed", status: 500, detail: "The log of the service says why."
        ).response()
      }
      try await writer.write(response: response.head, body: response.body)
    }
    return FeedListener(
      address: address, connection: connection,
      connectionCount: min(configuration.limits.connectionCount, OpenFiles.limit / 2),
      logger: logger, group: MultiThreadedEventLoopGroup.singleton,
      grace: configuration.grace)
  }

  /// The routes that are no documents.
  func router() -> Router<ServedRequestContext> {
    let router =
      configuration.operationsAddress == nil
      ? operationsRouter(refusesProxies: true)
      : Router(context: ServedRequestContext.self, options: [.autoGenerateHeadEndpoints])
    ChangeRoutes(log: log).add(to: router)
    if configuration.operationsAddress != nil { OperationRoutes.addHealth(to: router) }
    return router
  }

  private func operationsRouter(refusesProxies: Bool = false) -> Router<ServedRequestContext> {
    let router = Router(context: ServedRequestContext.self, options: [.autoGenerateHeadEndpoints])
    OperationRoutes(
      metrics: metrics, readiness: readiness, resync: resync, gate: gate, logger: logger,
      refusesProxies: refusesProxies
    ).add(to: router)
    return router
  }

  /// Writes the bases of deltas now and then; a crash loses those of a minute.
  private func saveIfDue() throws(TargetNotesError) {
    guard let memory else { return }
    let now = configuration.clock()
    let isDue = lastSave.withLock { last in
      guard now - last >= 60 else { return false }
      last = now
      return true
    }
    if isDue {
      try memory.save(site.deltas)
      try memory.rewriteIfLong(log)
    }
  }
}
