import Feeds
import FoundationEssentials
import Logging
import Synchronization
import Testing

@testable import FeedServer

@Suite("HubPublisher")
struct HubPublisherTests {
  private static let hub = "http://hub.example/"
  private let directory: TemporaryDirectory
  private let memory = NotesInMemory()

  init() throws {
    directory = try TemporaryDirectory()
  }

  private static func document(
    _ text: String, path: String = "atom.xml", hubs: [String] = [hub]
  ) -> FeedDocument {
    var document = Fixture.document(text, path: path)
    document.links =
      hubs.map { WebLink(relation: "hub", url: $0) }
      + [WebLink(relation: "self", url: "http://h.example/\(path)")]
    return document
  }

  /// Runs a publisher with its own way of sending, while a body runs.
  private func running(
    rests: @escaping @Sendable (Duration) -> Void = { _ in },
    times: PingTimes = PingTimes(), metrics: PrometheusMetrics = PrometheusMetrics(),
    send: @escaping @Sendable (HubPing) async -> HubVerdict,
    _ body: (HubPublisher) async throws -> Void
  ) async throws {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let publisher = HubPublisher(
      root: directory.path, memory: memory, metrics: metrics, logger: logger,
      surroundings: .init(
        times: times, now: { Date(timeIntervalSince1970: Double(Fixture.now)) }, random: { 1 },
        rest: { rests($0) }))
    try await withThrowingTaskGroup { group in
      group.addTask { await publisher.run(send) }
      try await body(publisher)
      group.cancelAll()
    }
  }

  @Test("each feed document that changed is told once to each of its hubs, nothing else is told")
  func tells() async throws {
    let (pings, sent) = AsyncStream<HubPing>.makeStream()
    let send: @Sendable (HubPing) async -> HubVerdict = { ping in
      sent.yield(ping)
      return .accepted
    }
    var told: Set<String> = []
    try await running(send: send) { publisher in
      let hubs = [Self.hub, "http://other.example/"]
      let first = Publication(documents: [
        Self.document("1", hubs: hubs), Self.document("1", path: "rss.xml"),
        Self.document("1", path: "index.html"), Self.document("1", path: "archive/0001/atom.xml"),
        Self.document("1", path: "feed.json", hubs: []),
      ])
      publisher.publish(first)
      var iterator = pings.makeAsyncIterator()
      for _ in 0..<3 {
        let ping = try #require(await iterator.next())
        told.insert("\(ping.hub) \(ping.topic)")
      }
      publisher.publish(first)
      publisher.publish(
        Publication(documents: [Self.document("2"), Self.document("1", path: "rss.xml")]))
      let next = try #require(await iterator.next())
      told.insert("\(next.hub) \(next.topic) again")
    }

    #expect(
      told == [
        "http://hub.example/ http://h.example/atom.xml",
        "http://other.example/ http://h.example/atom.xml",
        "http://hub.example/ http://h.example/rss.xml",
        "http://hub.example/ http://h.example/atom.xml again",
      ])
  }

  @Test(
    "a hub that hangs delays neither a publication nor another hub, and is told the last version")
  func hangs() async throws {
    let slow = "http://slow.example/"
    let (pings, sent) = AsyncStream<HubPing>.makeStream()
    let (gate, open) = AsyncStream<Void>.makeStream()
    let send: @Sendable (HubPing) async -> HubVerdict = { ping in
      sent.yield(ping)
      if ping.hub == slow { for await _ in gate { break } }
      return .accepted
    }
    try await running(send: send) { publisher in
      publisher.publish(Publication(documents: [Self.document("0", hubs: [slow])]))
      var iterator = pings.makeAsyncIterator()
      #expect(await iterator.next()?.hub == slow)
      // The first ping hangs; all these publications return, and the other hub is told.
      for number in 1...50 {
        publisher.publish(
          Publication(documents: [Self.document("\(number)", hubs: [slow, Self.hub])]))
      }
      let last = try #require(FeedTopic(Self.document("50"))).digest
      var digests: [String] = []
      while digests.last != last { digests.append(try #require(await iterator.next()).digest) }

      open.yield()
      let second = try #require(await iterator.next())
      open.yield()

      #expect(second == HubPing(hub: slow, topic: "http://h.example/atom.xml", digest: last))
    }
  }

  @Test("failures are tried again after pauses, counted, and given up in the end")
  func failures() async throws {
    var times = PingTimes()
    times.attempts = 4
    let metrics = PrometheusMetrics()
    let rests = Mutex<[Duration]>([])
    let (pings, sent) = AsyncStream<Int>.makeStream()
    let count = Mutex(0)
    let send: @Sendable (HubPing) async -> HubVerdict = { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      sent.yield(number)
      return number == 2
        ? .failed("it answers 503", retryAfter: .seconds(99))
        : number < 5 ? .failed("refused", retryAfter: nil) : .accepted
    }
    try await running(
      rests: { rest in rests.withLock { $0.append(rest) } }, times: times, metrics: metrics,
      send: send
    ) { publisher in
      publisher.publish(Publication(documents: [Self.document("1")]))
      var iterator = pings.makeAsyncIterator()
      while let number = await iterator.next(), number < 4 {}
      // Given up; a change brings it back.
      while await publisher.standings.first?.problem?.hasPrefix("given up") != true {
        await Task.yield()
      }
      publisher.publish(Publication(documents: [Self.document("2")]))
      #expect(await iterator.next() == 5)
      while await publisher.standings.first?.lastAccepted == nil { await Task.yield() }

      let standing = try #require(await publisher.standings.first)
      #expect(standing.waiting == 0 && standing.failures == 0 && standing.problem == nil)
    }

    #expect(rests.withLock { $0 } == [.seconds(5), .seconds(99), .seconds(20)])
    #expect(metrics.text.contains("newsfold_websub_pings_total{outcome=\"failed\"} 4"))
    #expect(metrics.text.contains("newsfold_websub_pings_total{outcome=\"accepted\"} 1"))
    #expect(metrics.text.contains("newsfold_websub_hubs_given_up_total 1"))
    #expect(metrics.text.contains("newsfold_websub_waiting 0"))
  }

  @Test("after a restart a hub is told of what changed since it was told last, and of nothing else")
  func restart() async throws {
    let base = { (title: String) in
      Fixture.atom([("1", title)]).replacing("https://hub.example/?a=1&amp;b=2", with: Self.hub)
    }
    let rss = base("One").replacing("atom.xml", with: "politics/atom.xml")
    try directory.write("atom.xml", Array(base("One").utf8))
    try directory.write("politics/atom.xml", Array(rss.utf8))
    let (pings, sent) = AsyncStream<String>.makeStream()
    let send: @Sendable (HubPing) async -> HubVerdict = { ping in
      sent.yield(ping.topic)
      return .accepted
    }
    var iterator = pings.makeAsyncIterator()
    var first: Set<String?> = []
    try await running(send: send) { _ in
      first.insert(await iterator.next())
      first.insert(await iterator.next())
    }

    // Killed after the publication was readable and before its ping.
    try directory.write("atom.xml", Array(base("Two").utf8))
    try await running(send: send) { publisher in
      #expect(await iterator.next() == "http://127.0.0.1:8080/atom.xml")
      publisher.publish(Publication(documents: [Self.document("x", path: "rss.xml")]))
      #expect(await iterator.next() == "http://h.example/rss.xml")
    }

    #expect(
      first == ["http://127.0.0.1:8080/atom.xml", "http://127.0.0.1:8080/politics/atom.xml"])
  }
}
