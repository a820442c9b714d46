public import CoreMetrics
public import Feeds
import FoundationEssentials
public import Logging
import NewsModel
public import ServiceLifecycle
import WebClient

/// Keeps a bucket of object storage as `public/` is, beside the pipeline, which never waits for it.
///
/// It is a publish target that only takes notes: give it each publication after the directory
/// target. Events are hints, a look is the truth: publications say which documents to upload, and
/// what they cannot have said (a process that was killed, a backlog that grew too long) is found by
/// a look at the bucket and the directory. In both, a document comes after those that it links to,
/// and removals come last, so that a reader who follows links meets no missing page.
public actor BucketMirror: PublishTarget, Service {
  /// The clock, the network and chance, which tests replace.
  struct Surroundings: Sendable {
    var times = RetryTimes()
    var queueLimit = 64 << 20
    var now: @Sendable () -> Date = { Date() }
    var uptime: @Sendable () -> ContinuousClock.Instant = { .now }
    var random: @Sendable () -> Double = { Double.random(in: 0..<1) }
    var rest: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  }

  /// The uploads at once. With answers after 30 ms eight are 250 pages a second; libcurl keeps as
  /// many connections.
  static let width = 8
  /// The failures of one request after which the bucket may be another than before.
  static let failuresBeforeLook = 10
  /// The tries against conditions that do not hold, after which the server is left alone a while.
  static let mostConflicts = 5
  /// The entity tags that are remembered; 5 MB.
  static let mostTags = 20_000

  let client: BucketClient
  let directory: PublicDirectory
  let cacheControl: @Sendable (FeedDocument) -> String
  let surroundings: Surroundings
  let logger: Logger
  private let memory: MirrorMemory
  let metrics: BucketMetrics
  private let onFeeds: @Sendable ([FeedDocument]) -> Void
  private let untilReadable: @Sendable () async -> Void
  private let conduct: String
  private let onComplete: @Sendable () -> Void
  private let arrivals: AsyncStream<Void>
  private let arrival: AsyncStream<Void>.Continuation

  var queue: MirrorQueue
  var tags: [String: ObjectPresence] = [:]
  /// Objects that the server does not want, with the reason, by path.
  var refused: [String: String] = [:]
  /// The number of the newest publication.
  var sequence: Int
  /// Whether the bucket has to be compared with `public/`.
  var needsLook: Bool
  /// Whether a publication came in the way of a look, so that another one follows when there is
  /// time.
  var isOvertaken = false
  /// The documents of the batch or look under way that are not done.
  var underWay = 0
  var state: BucketStanding
  /// Whether the objects may have been stored with other header fields than now.
  var hasOtherConduct: Bool { remembered.conduct != conduct }
  private var remembered: MirrorMemory.Contents
  private var isWritten = false
  var hasProbed = false
  var isOutrun = false
  /// The time for which nothing may succeed before a one-shot run gives up; nil for a service.
  var patience: Duration?
  var lastSuccess: ContinuousClock.Instant

  /// The bucket and prefix, `s3://bucket/prefix/`.
  public nonisolated var name: String { client.location.name }

  /// Makes a mirror.
  ///
  /// - Parameters:
  ///   - location: The bucket.
  ///   - credentials: Reads the credentials, at each request.
  ///   - root: The path of `public/`.
  ///   - memory: The memory for whether the bucket was complete.
  ///   - maxAge: The seconds that a document without a time of its own may be kept.
  ///   - metrics: The registry in which requests are counted.
  ///   - logger: The log for events.
  ///   - number: The number of the last publication; nil if it is told by `recall` later.
  ///   - onFeeds: Told of feeds once they are in the bucket.
  ///   - onComplete: Called whenever the bucket has become as `public/`.
  ///   - untilReadable: Returns once `public/` is as the state has it.
  public init(
    location: BucketLocation, credentials: @escaping @Sendable () throws -> BucketCredentials,
    root: String, memory: any TargetMemory, maxAge: Int, metrics: any MetricsFactory,
    logger: Logger,
    number: Int? = nil, onFeeds: @escaping @Sendable ([FeedDocument]) -> Void = { _ in },
    onComplete: @escaping @Sendable () -> Void = {},
    untilReadable: @escaping @Sendable () async -> Void = {}
  ) {
    let web = WebClient(BucketClient.limits)
    self.init(
      client: BucketClient(
        location: location, credentials: credentials,
        send: { request throws(WebClientError) in try await web.send(request) }),
      root: root, memory: memory, maxAge: maxAge, metrics: metrics, logger: logger,
      surroundings: Surroundings(), number: number, onFeeds: onFeeds, onComplete: onComplete,
      untilReadable: untilReadable)
  }

  init(
    client: BucketClient, root: String, memory: any TargetMemory, maxAge: Int,
    metrics: any MetricsFactory,
    logger: Logger, surroundings: Surroundings, number: Int? = nil,
    onFeeds: @escaping @Sendable ([FeedDocument]) -> Void = { _ in },
    onComplete: @escaping @Sendable () -> Void = {},
    untilReadable: @escaping @Sendable () async -> Void = {}
  ) {
    self.client = client
    directory = PublicDirectory(root: root)
    // Files that all pages share have a time of their own, which their documents on disk lack.
    let shared = SitePages.sharedFiles.reduce(into: [String: Int]()) {
      $0[$1.path] = $1.minutesToLive
    }
    cacheControl = { document in
      let minutes = document.minutesToLive ?? shared[document.path]
      return CacheControl.value(seconds: minutes.map { $0 * 60 } ?? maxAge)
    }
    let conduct = CacheControl.value(seconds: maxAge)
    self.conduct = conduct
    let notes = MirrorMemory(memory, location: client.location)
    let known = notes.read()
    let isKnown = number != nil && known?.complete == number && known?.conduct == conduct
    self.memory = notes
    self.metrics = BucketMetrics(metrics, bucket: client.location.name)
    self.logger = logger
    self.surroundings = surroundings
    self.onFeeds = onFeeds
    self.onComplete = onComplete
    self.untilReadable = untilReadable
    queue = MirrorQueue(limit: surroundings.queueLimit)
    remembered = known ?? MirrorMemory.Contents(bucket: client.location.name, conduct: "")
    sequence = number ?? 0
    needsLook = !isKnown
    var standing = BucketStanding(name: client.location.name)
    standing.isComplete = isKnown
    state = standing
    lastSuccess = surroundings.uptime()
    (arrivals, arrival) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Compares what is remembered of the bucket with the number of the last publication.
  public func recall(number: Int) {
    sequence = max(sequence, number)
    needsLook = remembered.complete != number || remembered.conduct != conduct
    note()
  }

  /// Takes note of a publication.
  public func publish(_ publication: Publication) async {
    guard !isOutrun else { return }
    sequence = max(sequence, publication.number)
    // Before the publication counts as made: a process that is killed now must look again.
    remember(complete: nil)
    if !queue.add(publication, epoch: 0) { needsLook = true }
    note()
    arrival.yield()
  }

  /// Looks at everything soon.
  public func lookAgain() {
    needsLook = true
    note()
    arrival.yield()
  }

  /// The standing of the bucket.
  public var standing: BucketStanding { state }

  /// Uploads until the service is shut down. What is then under way is found by a look after the
  /// next start.
  public func run() async {
    await cancelWhenGracefulShutdown { [self] in
      await untilReadable()
      await follow()
    }
  }

  /// Uploads until the task is cancelled.
  func follow() async {
    arrival.yield()
    for await _ in arrivals {
      do {
        try await work()
      } catch {
        // Either the task was cancelled, and the loop ends; or another writer is ahead, which is
        // logged and stands in the standing.
      }
    }
  }

  /// Uploads until the bucket is as `public/`, for a run of one pass.
  ///
  /// - Parameter patience: The time for which nothing may succeed.
  /// - Throws: `BucketError` if that cannot be done.
  public func finish(within patience: Duration = .seconds(30)) async throws {
    self.patience = patience
    lastSuccess = surroundings.uptime()
    try await work()
    if let path = refused.keys.min(), let reason = refused[path] {
      throw BucketError(
        attempt: "is not stored", object: "s3://\(client.location.bucket)/\(key(path))",
        kind: .unreadable(reason))
    }
  }

  /// Does what is to be done until nothing is left.
  private func work() async throws {
    while !isOutrun {
      if needsLook, directory.hasFeed {
        try await probe()
        try await look()
      } else if queue.count > 0 {
        try await probe()
        try await upload(queue.takeAll())
      } else if isOvertaken {
        isOvertaken = false
        needsLook = true
      } else {
        break
      }
      // Another publication may have come meanwhile.
      if !needsLook, !isOvertaken, queue.count == 0, refused.isEmpty, !isOutrun {
        remember(complete: sequence)
        state.lastComplete = surroundings.now()
        onComplete()
      }
      note()
    }
  }

  /// Uploads a batch, rank by rank, then removes.
  private func upload(_ batch: MirrorQueue.Batch) async throws {
    underWay = batch.documents.count + batch.removed.count
    defer { (underWay, needsLook) = (0, needsLook || underWay > 0) }
    var feeds: [FeedDocument] = []
    for rank in DocumentRank.allCases {
      let documents = batch.documents.filter { DocumentRank(path: $0.document.path) == rank }
      try await inParallel(documents) { mirror, item in
        try await mirror.store(item.document, item.version)
      }
      if rank == .feed { feeds = documents.map(\.document) }
    }
    // What has come back meanwhile waits in the queue.
    for path in batch.removed where !queue.holds(path) {
      try await remove(path)
    }
    underWay = 0
    if !feeds.isEmpty { onFeeds(feeds) }
  }

  /// Tells of feeds that a look has uploaded.
  func tell(_ feeds: [FeedDocument]) {
    if !feeds.isEmpty { onFeeds(feeds) }
  }

  /// Runs a body for each item, several at once; the first error ends all.
  func inParallel<Item: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (BucketMirror, Item) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      var rest = items[...]
      for item in rest.prefix(Self.width) { group.addTask { try await body(self, item) } }
      rest = rest.dropFirst(Self.width)
      while try await group.next() != nil {
        underWay = max(0, underWay - 1)
        note()
        if let item = rest.popFirst() { group.addTask { try await body(self, item) } }
      }
    }
  }

  /// Remembers whether the bucket is complete.
  private func remember(complete: Int?) {
    var contents = remembered
    contents.complete = complete
    // What was stored before is not known to be as it would be now until everything is.
    if complete != nil { contents.conduct = conduct }
    if contents == remembered, isWritten { return }
    do throws(TargetNotesError) {
      try memory.write(contents)
      (remembered, isWritten) = (contents, true)
    } catch {
      // Without the notes, the next start looks at everything; with old ones, as well: their number
      // is another.
      logger.warning(
        "the standing of a bucket is not remembered",
        metadata: ["stage": "bucket", "cause": "\(error)"])
    }
  }

  /// Takes note that nothing is there that was stored otherwise than now.
  func startsEmpty() {
    remembered.conduct = conduct
    isWritten = false
    remember(complete: nil)
  }

  func note() {
    state.waiting = underWay + queue.count
    state.isComplete =
      !needsLook && !isOvertaken && state.waiting == 0 && refused.isEmpty && !isOutrun
    metrics.record(state)
  }
}
