public import Feeds
import FoundationEssentials
public import Logging
import Metrics
import NIOPosix
public import ServiceLifecycle
import Synchronization

/// Tells WebSub hubs of each feed document that changed, beside the pipeline, which never waits for
/// it.
///
/// It is a publish target that only takes notes: give it each publication after the targets that
/// make it readable. Each hub has a task of its own, so that a hub that hangs delays no other.
public actor HubPublisher: Service, PublishTarget {
  typealias Send = @Sendable (HubPing) async -> HubVerdict

  /// The clock and the network, which tests replace.
  struct Surroundings: Sendable {
    var times = PingTimes()
    var timeout = HubClient.timeout
    var now: @Sendable () -> Date = { Date() }
    var random: @Sendable () -> Double = { Double.random(in: 0..<1) }
    var rest: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  }

  private struct HubState {
    var queue: HubQueue
    var standing: HubStanding
    let signals: AsyncStream<Void>
    let signal: AsyncStream<Void>.Continuation
  }

  private let directory: SiteDirectory
  private let memory: HubMemory
  private let largestDocument: Int
  private let metrics: HubMetrics
  private let logger: Logger
  private let surroundings: Surroundings
  private let untilReadable: @Sendable () async -> Void
  private let saving = Turnstile()
  private let arrivals: AsyncStream<[FeedDocument]>
  private let arrival: AsyncStream<[FeedDocument]>.Continuation
  private var hubs: [String: HubState] = [:]
  private var accepted: [String: [String: String]] = [:]

  /// Makes a publisher of pings.
  ///
  /// - Parameters:
  ///   - root: The path of `public/`, whose feeds are compared at the start with those that hubs
  ///     were told of.
  ///   - memory: The memory for what hubs were told.
  ///   - metrics: The registry in which pings are counted.
  ///   - logger: The log for events.
  ///   - untilReadable: Returns once hubs can fetch published documents.
  public init(
    root: String, memory: any TargetMemory, metrics: PrometheusMetrics, logger: Logger,
    untilReadable: @escaping @Sendable () async -> Void
  ) {
    self.init(
      root: root, memory: memory, metrics: metrics, logger: logger, surroundings: Surroundings(),
      untilReadable: untilReadable)
  }

  init(
    root: String, memory: any TargetMemory, metrics: PrometheusMetrics, logger: Logger,
    surroundings: Surroundings, untilReadable: @escaping @Sendable () async -> Void = {}
  ) {
    directory = SiteDirectory(root: root)
    self.memory = HubMemory(memory)
    // The server's limit: a hub cannot fetch what is not served.
    largestDocument = FeedServerConfiguration(address: .address(host: "", port: 0)).largestDocument
    self.metrics = HubMetrics(metrics)
    self.logger = logger
    self.surroundings = surroundings
    self.untilReadable = untilReadable
    (arrivals, arrival) = AsyncStream.makeStream()
  }

  /// Notes the feeds of a publication; hubs are told in tasks of their own.
  nonisolated public func publish(_ publication: Publication) {
    let feeds = publication.documents.filter { MediaType.isFeed($0.mediaType) }
    if !feeds.isEmpty { arrival.yield(feeds) }
  }

  /// The standing of each hub, sorted by address.
  public var standings: [HubStanding] {
    hubs.values.map(\.standing).sorted { $0.hub < $1.hub }
  }

  /// Tells hubs until the service is shut down. A ping that is then under way is repeated after the
  /// next start.
  public func run() async {
    await cancelWhenGracefulShutdown { [self] in
      await untilReadable()
      let surroundings = surroundings
      let client = HubClient(
        timeout: surroundings.timeout,
        clock: { Int64(surroundings.now().timeIntervalSince1970) })
      await run { await client.send($0) }
    }
  }

  /// Tells hubs with `send` until the task is cancelled.
  func run(_ send: @escaping Send) async {
    await recall()
    await withDiscardingTaskGroup { group in
      for await documents in arrivals {
        for hub in enqueue(documents.compactMap(FeedTopic.init)) {
          group.addTask { await self.attend(hub, send) }
        }
      }
      group.cancelAll()
    }
  }

  /// Loads what hubs were told, and finds out what they have to be told now.
  private func recall() async {
    let (memory, directory, limit) = (memory, directory, largestDocument)
    do {
      let (accepted, documents) = try await NIOThreadPool.singleton.runIfActive {
        (memory.accepted(), try directory.hotDocuments(limit: limit))
      }
      self.accepted = accepted
      publish(Publication(documents: documents))
    } catch is CancellationError {
      // The service ends before it has begun; that has an error of its own.
    } catch {
      logger.warning(
        "hubs are told of the next change only", metadata: ["stage": "websub", "cause": "\(error)"])
    }
  }

  /// Puts topics into the queues of their hubs; returns the hubs that have just got their first.
  private func enqueue(_ topics: [FeedTopic]) -> [String] {
    var opened: [String] = []
    for topic in topics {
      for hub in topic.hubs where hubs[hub] == nil {
        let (signals, signal) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        hubs[hub] = HubState(
          queue: HubQueue(hub: hub, accepted: accepted[hub] ?? [:]),
          standing: HubStanding(hub: hub),
          signals: signals, signal: signal)
        opened.append(hub)
      }
      // For every hub, because a topic that no longer names a hub leaves its queue.
      for hub in hubs.keys { hubs[hub]?.queue.note(topic) }
    }
    for hub in hubs.keys { note(hub) }
    for state in hubs.values where !state.queue.waiting.isEmpty { state.signal.yield() }
    return opened
  }

  /// Tells one hub of all topics that wait for it, one after the other.
  private func attend(_ hub: String, _ send: Send) async {
    guard let signals = hubs[hub]?.signals else { return }
    for await _ in signals {
      while let ping = hubs[hub]?.queue.next {
        let verdict = await send(ping)
        // A ping that was cancelled says nothing about the hub.
        if Task.isCancelled, verdict != .accepted { return }
        guard let pause = await apply(verdict, of: ping) else { continue }
        do {
          try await surroundings.rest(pause)
        } catch {
          return
        }
        hubs[hub]?.standing.nextAttempt = nil
      }
    }
  }

  /// Applies the verdict on a ping; returns the time to leave the hub alone.
  private func apply(_ verdict: HubVerdict, of ping: HubPing) async -> Duration? {
    let (hub, now) = (ping.hub, surroundings.now())
    let sequel = hubs[hub]?.queue.apply(
      verdict, of: ping, times: surroundings.times, random: surroundings.random())
    var pause: Duration?
    switch verdict {
    case .accepted:
      hubs[hub]?.standing.lastAccepted = now
      hubs[hub]?.standing.problem = nil
      logger.debug(
        "hub told", metadata: ["stage": "websub", "hub": "\(hub)", "topic": "\(ping.topic)"])
    case .refused(let reason):
      hubs[hub]?.standing.problem = "\(ping.topic): \(reason)"
      logger.error(
        "hub refuses a feed",
        metadata: [
          "stage": "websub", "hub": "\(hub)", "topic": "\(ping.topic)", "cause": "\(reason)",
        ])
    case .failed(let reason, _):
      hubs[hub]?.standing.problem = reason
      var metadata: Logger.Metadata = ["stage": "websub", "hub": "\(hub)", "cause": "\(reason)"]
      if case .rest(let rest) = sequel {
        pause = rest
        metadata["again"] = "\(rest.components.seconds) s"
        hubs[hub]?.standing.nextAttempt = now.addingTimeInterval(rest / .seconds(1))
        logger.warning("hub cannot be told", metadata: metadata)
      } else if case .gaveUp(let topics) = sequel {
        metadata["topics"] = "\(topics)"
        hubs[hub]?.standing.problem = "given up until a feed changes: \(reason)"
        logger.error("hub given up until a feed changes", metadata: metadata)
        metrics.gaveUp.increment()
      }
    }
    metrics.count(verdict)
    note(hub)
    if verdict == .accepted { await save() }
    return pause
  }

  /// Updates the standing of a hub from its queue.
  private func note(_ hub: String) {
    guard let queue = hubs[hub]?.queue else { return }
    hubs[hub]?.standing.waiting = queue.waiting.count
    hubs[hub]?.standing.failures = queue.failures
    metrics.waiting.record(hubs.values.reduce(0) { $0 + $1.queue.waiting.count })
  }

  /// Stores what hubs were told. A hub that no feed names any more is dropped.
  private func save() async {
    let memory = memory
    do {
      try await saving.pass { [self] in
        let accepted = await hubs.mapValues(\.queue.accepted)
        try await NIOThreadPool.singleton.runIfActive { try memory.save(accepted) }
      }
    } catch {
      // It costs only a needless ping after the next start.
      logger.warning(
        "what hubs were told is not remembered",
        metadata: ["stage": "websub", "cause": "\(error)"])
    }
  }
}
