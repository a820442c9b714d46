import Feeds
import Logging
import Synchronization
import Testing

@testable import FeedServer

@Suite("WebSub over HTTP")
struct WebSubOverHTTPTests {
  private func running(
    _ server: LiveServer, timeout: Duration = .seconds(5),
    rests: @escaping @Sendable (Duration) -> Void = { _ in },
    _ body: (HubPublisher) async throws -> Void
  ) async throws {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let publisher = HubPublisher(
      root: server.directory.path, memory: NotesInMemory(), metrics: PrometheusMetrics(),
      logger: logger,
      surroundings: .init(timeout: timeout, random: { 1 }, rest: { rests($0) }))
    try await withThrowingTaskGroup { group in
      group.addTask { await publisher.run() }
      try await body(publisher)
      group.cancelAll()
    }
  }

  /// A feed of this title at the server's own address, with this hub.
  private func feed(_ title: String, _ server: LiveServer, hub: String) -> FeedDocument {
    let text = Fixture.atom([("1", title)])
      .replacing("http://127.0.0.1:8080/", with: "http://127.0.0.1:\(server.port)/")
      .replacing("https://hub.example/?a=1&amp;b=2", with: hub)
    var document = Fixture.document(text)
    document.links = AtomFormat().links(of: document.bytes)
    return document
  }

  /// As the pipeline does: readable first, then told.
  private func publish(
    _ document: FeedDocument, _ server: LiveServer, _ publisher: HubPublisher
  ) async throws {
    try server.directory.write(document.path, document.bytes)
    let publication = Publication(documents: [document])
    try await server.server.publish(publication)
    publisher.publish(publication)
  }

  @Test("a subscriber gets each new version from the hub, signed, the hub having been told once")
  func distributes() async throws {
    try await LoopbackHub.with { hub, address in
      try await LoopbackSubscriber.with { subscriber, callback in
        try await LiveServer.with(files: [:]) { server in
          let topic = "http://127.0.0.1:\(server.port)/atom.xml"
          try await running(server) { publisher in
            try await publish(feed("One", server, hub: address), server, publisher)
            var pings = hub.pings.makeAsyncIterator()
            let first = try #require(await pings.next())
            let answer = try await server.ask("/atom.xml")
            try await subscriber.subscribe(to: topic, at: address, callback: callback)
            try await publish(feed("Two", server, hub: address), server, publisher)
            _ = await pings.next()
            var deliveries = subscriber.deliveries.makeAsyncIterator()
            let delivered = try #require(await deliveries.next())

            #expect(first.type == "application/x-www-form-urlencoded")
            #expect(FormFields(first.form)["hub.url"] == topic)
            #expect(answer["link"]?.contains("<\(address)>; rel=\"hub\"") == true)
            #expect(answer["link"]?.contains("<\(topic)>; rel=\"self\"") == true)
            #expect(delivered?.contains("<title>Two</title>") == true)
          }
        }
      }
    }
  }

  @Test("a hub in trouble is tried again as it asks, and is told in the end")
  func trouble() async throws {
    let rests = Mutex<[Duration]>([])
    try await LoopbackHub.with { hub, address in
      hub.fail([(500, nil), (503, "120"), (429, nil)])
      try await LiveServer.with(files: [:]) { server in
        try await running(server, rests: { rest in rests.withLock { $0.append(rest) } }) {
          publisher in
          try await publish(feed("One", server, hub: address), server, publisher)
          var pings = hub.pings.makeAsyncIterator()
          var statuses: [Int] = []
          while statuses.count < 4 { statuses.append(try #require(await pings.next()).status) }

          #expect(statuses == [500, 503, 429, 204])
        }
      }
    }
    #expect(rests.withLock { $0 } == [.seconds(5), .seconds(120), .seconds(20)])
  }

  @Test("a hub that takes connections and never answers is a failure after a while")
  func hangs() async throws {
    let socket = try ListeningSocket()
    try await LiveServer.with(files: [:]) { server in
      let (failures, rest) = AsyncStream<Duration>.makeStream()
      try await running(server, timeout: .milliseconds(200), rests: { rest.yield($0) }) {
        publisher in
        let hub = "http://127.0.0.1:\(socket.port)/"
        try await publish(feed("One", server, hub: hub), server, publisher)
        var iterator = failures.makeAsyncIterator()
        _ = await iterator.next()
        let standing = try #require(await publisher.standings.first)

        #expect(standing.waiting == 1 && standing.lastAccepted == nil)
        #expect(standing.problem != nil)
      }
    }
    socket.close()
  }

  @Test("a hub that is not there is a failure that is tried again")
  func refused() async throws {
    let socket = try ListeningSocket()
    socket.close()
    try await LiveServer.with(files: [:]) { server in
      let (failures, rest) = AsyncStream<Duration>.makeStream()
      try await running(server, rests: { rest.yield($0) }) { publisher in
        let hub = "http://127.0.0.1:\(socket.port)/"
        try await publish(feed("One", server, hub: hub), server, publisher)
        var iterator = failures.makeAsyncIterator()
        _ = await iterator.next()

        #expect(await publisher.standings.first?.problem != nil)
      }
    }
  }
}
