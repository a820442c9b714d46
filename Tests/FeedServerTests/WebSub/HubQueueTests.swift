import Feeds
import Testing

@testable import FeedServer

@Suite("HubQueue")
struct HubQueueTests {
  private static let hub = "https://hub.example/"
  private static let times = PingTimes()

  /// A topic with this text that names these hubs.
  static func topic(_ name: String, _ text: String, hubs: [String] = [hub]) throws -> FeedTopic {
    var document = Fixture.document(text, path: name + "/atom.xml")
    document.links =
      hubs.map { WebLink(relation: "hub", url: $0) }
      + [WebLink(relation: "self", url: "http://h.example/\(name)/atom.xml")]
    return try #require(FeedTopic(document))
  }

  private static func url(_ name: String) -> String { "http://h.example/\(name)/atom.xml" }

  private func failed(
    _ queue: inout HubQueue, times: PingTimes = HubQueueTests.times
  ) throws -> HubQueue.Sequel {
    let ping = try #require(queue.next)
    return queue.apply(.failed("no", retryAfter: nil), of: ping, times: times, random: 1)
  }

  private func accepted(_ queue: inout HubQueue) throws {
    let ping = try #require(queue.next)
    let sequel = queue.apply(.accepted, of: ping, times: Self.times, random: 0)
    #expect(sequel == .goOn)
  }

  @Test("a topic that changes often waits once, with its last version")
  func coalesces() throws {
    var queue = HubQueue(hub: Self.hub)
    for text in ["1", "2", "3"] { queue.note(try Self.topic("a", text)) }

    #expect(queue.waiting == [Self.url("a")])
    #expect(queue.next?.digest == (try Self.topic("a", "3")).digest)
  }

  @Test("what the hub has taken is told again only when it changes")
  func told() throws {
    var queue = HubQueue(hub: Self.hub)
    queue.note(try Self.topic("a", "1"))
    try accepted(&queue)

    queue.note(try Self.topic("a", "1"))
    #expect(queue.next == nil)
    queue.note(try Self.topic("a", "2"))
    #expect(queue.next?.topic == Self.url("a"))
    queue.note(try Self.topic("a", "1"))
    #expect(queue.next == nil, "it went back to what the hub has")
  }

  @Test("what changes while its ping is under way is told again")
  func overtaken() throws {
    var queue = HubQueue(hub: Self.hub)
    queue.note(try Self.topic("a", "1"))
    let ping = try #require(queue.next)
    queue.note(try Self.topic("a", "2"))

    _ = queue.apply(.accepted, of: ping, times: Self.times, random: 0)

    #expect(queue.next?.digest == (try Self.topic("a", "2")).digest)
  }

  @Test("what fails is tried again behind the others, with growing pauses that a success ends")
  func fails() throws {
    var queue = HubQueue(hub: Self.hub)
    for name in ["a", "b"] { queue.note(try Self.topic(name, "1")) }

    #expect(try failed(&queue) == .rest(.seconds(5)))
    #expect(queue.next?.topic == Self.url("b"))
    #expect(try failed(&queue) == .rest(.seconds(10)))
    #expect(queue.next?.topic == Self.url("a"))
    try accepted(&queue)
    #expect(try failed(&queue) == .rest(.seconds(5)))
  }

  @Test("after so many failures it is given up, and a change brings all back that was missed")
  func givesUp() throws {
    var times = PingTimes()
    times.attempts = 3
    var queue = HubQueue(hub: Self.hub)
    for name in ["a", "b"] { queue.note(try Self.topic(name, "1")) }

    _ = try failed(&queue, times: times)
    _ = try failed(&queue, times: times)
    #expect(try failed(&queue, times: times) == .gaveUp(topics: 2))
    #expect(queue.next == nil)
    queue.note(try Self.topic("a", "1"))
    #expect(queue.next == nil, "nothing has changed")
    queue.note(try Self.topic("a", "2"))
    #expect(queue.waiting == [Self.url("a"), Self.url("b")])
  }

  @Test("what the hub refuses is not tried again until it changes")
  func refused() throws {
    var queue = HubQueue(hub: Self.hub)
    for name in ["a", "b"] { queue.note(try Self.topic(name, "1")) }
    let ping = try #require(queue.next)

    #expect(
      queue.apply(.refused("403"), of: ping, times: Self.times, random: 0) == .goOn)
    #expect(queue.waiting == [Self.url("b")])
    queue.note(try Self.topic("a", "2"))
    #expect(queue.waiting == [Self.url("b"), Self.url("a")])
  }

  @Test("a topic that no longer names the hub leaves its line")
  func unsubscribed() throws {
    var queue = HubQueue(hub: Self.hub)
    queue.note(try Self.topic("a", "1"))

    queue.note(try Self.topic("a", "2", hubs: ["https://other.example/"]))

    #expect(queue.next == nil)
  }

  @Test("only subscription documents are topics")
  func topics() {
    var page = Fixture.document("<p>", path: "index.html")
    page.links = [WebLink(relation: "self", url: "http://h.example/")]
    var archive = Fixture.document("<feed/>", path: "archive/0001/atom.xml")
    archive.links = page.links

    #expect(FeedTopic(page) == nil)
    #expect(FeedTopic(archive) == nil)
    #expect(FeedTopic(Fixture.document("<feed/>")) == nil, "it does not say its address")
  }
}
