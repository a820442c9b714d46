import Feeds
import FoundationEssentials
import NIOCore
import NIOHTTP1
import Testing

@testable import FeedServer

@Suite("RFC 3229: A-IM feed")
struct FeedDeltaTests {
  /// Publishes these texts one after the other and asks for the last with the tag of the one at
  /// `base`.
  private func ask(
    _ texts: [String], base: Int, path: String = "atom.xml", headers: HTTPHeaders = ["A-IM": "feed"]
  ) throws -> Answer {
    let site = Fixture.site()
    var tags: [String] = []
    for text in texts {
      site.publish(Publication(documents: [Fixture.document(text, path: path)]))
      guard case .document(let document) = site.find(path) else { continue }
      tags.append(document.identity.tag.opaque)
    }
    var headers = headers
    headers.add(name: "If-None-Match", value: tags[base])
    let outcome = Fixture.responder(site).answer(Fixture.request(headers), target: "/" + path)
    guard case .ready(let answer) = outcome else {
      Issue.record("not in memory")
      throw CancellationError()
    }
    return answer
  }

  private static let one = Fixture.atom([("1", "One"), ("2", "Two"), ("3", "Three")])
  private static let two = Fixture.atom([("4", "Four"), ("1", "One"), ("2", "Two"), ("3", "Three")])
  private static let three = Fixture.atom([
    ("4", "Four"), ("2", "Two, again"), ("1", "One"), ("3", "Three"),
  ])

  @Test("§10.4.1 the answer is 226, says so in IM, and has the tag of the whole")
  func fields() throws {
    let whole = Fixture.served(Self.two)

    let answer = try ask([Self.one, Self.two], base: 0)

    #expect(answer.status.code == 226)
    #expect(answer.headers["IM"] == ["feed"])
    #expect(answer.headers["ETag"] == [whole.identity.tag.opaque])
    #expect(answer.headers["Cache-Control"] == ["no-store, im"])
    #expect(answer.headers["Vary"] == ["A-IM, If-None-Match, Accept-Encoding"])
  }

  @Test("the delta is the feed with only the new and changed entries")
  func entries() throws {
    let fromFirst = try #require(try ask([Self.one, Self.two, Self.three], base: 0).body)
    let fromSecond = try #require(try ask([Self.one, Self.two, Self.three], base: 1).body)

    #expect(String(buffer: fromFirst) == Fixture.atom([("4", "Four"), ("2", "Two, again")]))
    #expect(String(buffer: fromSecond) == Fixture.atom([("2", "Two, again")]))
  }

  @Test("an entry that left and came back is new again")
  func cameBack() throws {
    let without = Fixture.atom([("1", "One"), ("3", "Three")])

    let answer = try ask([Self.one, without, Self.one], base: 1)

    #expect(answer.body.map { String(buffer: $0) } == Fixture.atom([("2", "Two")]))
  }

  @Test("where only entries left, the delta has none")
  func onlyLeft() throws {
    let without = Fixture.atom([("1", "One"), ("3", "Three")])

    let answer = try ask([Self.one, without], base: 0)

    #expect(answer.status.code == 226)
    #expect(answer.body.map { String(buffer: $0) }?.contains("<entry>") == false)
  }

  @Test("§10 the current tag is 304, an unknown one and one of another feed 200")
  func otherBases() throws {
    let current = try ask([Self.one, Self.two], base: 1)
    let site = Fixture.site()
    site.publish(Publication(documents: [Fixture.document(Self.one)]))
    let unknown = Fixture.responder(site).answer(
      Fixture.request(["A-IM": "feed", "If-None-Match": "\"unknown\""]), target: "/atom.xml")

    #expect(current.status == .notModified)
    guard case .ready(let answer) = unknown else {
      Issue.record("not in memory")
      return
    }
    #expect(answer.status == .ok)
  }

  @Test(
    "who does not ask for it gets the whole",
    arguments: [
      [:], ["A-IM": "vcdiff, diffe"], ["A-IM": "feed;q=0"], ["A-IM": "feedx"],
    ] as [HTTPHeaders])
  func notAsked(headers: HTTPHeaders) throws {
    #expect(try ask([Self.one, Self.two], base: 0, headers: headers).status == .ok)
  }

  @Test(
    "it is asked for among others, in any case and with a quality",
    arguments: ["vcdiff, feed", "FEED", "feed;q=0.5", "feed ; q=1"])
  func asked(value: String) throws {
    #expect(try ask([Self.one, Self.two], base: 0, headers: ["A-IM": value]).status.code == 226)
  }

  @Test("a delta that has everything, or is longer than the coded whole, is not sent")
  func notWorthwhile() throws {
    let renamed = Fixture.atom([("1", "1"), ("2", "2"), ("3", "3")])

    #expect(try ask([Self.one, renamed], base: 0).status == .ok)
  }

  @Test("JSON Feed and RSS are cut at their items")
  func otherFormats() throws {
    let json = { (numbers: [Int]) in
      let items = numbers.map { "    {\n      \"id\": \"\($0)\"\n    }" }
      return "{\n  \"title\": \"T\",\n  \"items\": [\n\(items.joined(separator: ",\n"))\n  ]\n}\n"
    }
    let rss = { (numbers: [Int]) in
      let items = numbers.map { "    <item>\n      <guid>\($0)</guid>\n    </item>\n" }
      return "<rss version=\"2.0\">\n  <channel>\n\(items.joined())  </channel>\n</rss>\n"
    }

    let cut = try ask([json([1, 2]), json([3, 1, 2])], base: 0, path: "feed.json")
    let cutRSS = try ask([rss([1, 2]), rss([3, 1, 2])], base: 0, path: "rss.xml")

    #expect(cut.body.map { String(buffer: $0) } == json([3]))
    #expect(cutRSS.body.map { String(buffer: $0) } == rss([3]))
  }

  @Test("tombstones that a client has not seen are part of the delta")
  func tombstones() throws {
    let tombstone = "  <at:deleted-entry ref=\"tag:x:2\" when=\"2026-11-20T09:00:00Z\"/>\n"
    let text = Fixture.atom([("1", "One"), ("3", "Three")])
    let with = text.replacing("</feed>", with: tombstone + "</feed>")

    let answer = try ask([Self.one, with], base: 0)

    #expect(answer.body.map { String(buffer: $0) }?.contains("deleted-entry") == true)
    #expect(answer.body.map { String(buffer: $0) }?.contains("<entry>") == false)
  }

  @Test("what deltas start from survives being written and read")
  func memory() throws {
    let site = Fixture.site()
    site.publish(Publication(documents: [Fixture.document(Self.one)]))
    site.publish(Publication(documents: [Fixture.document(Self.two)]))

    let stored = try JSONEncoder().encode(site.deltas)
    let restored = try JSONDecoder().decode(DeltaHistories.self, from: stored)

    #expect(restored == site.deltas)
  }

  @Test("no more versions are remembered than the bound")
  func bound() throws {
    var history = DeltaHistory()
    let slices = try #require(
      FeedSlices(path: "atom.xml", bytes: Array(Self.one.utf8)))

    for number in 0...DeltaHistory.capacity { history.record(tag: "\(number)", entries: slices) }

    #expect(history.known(slices, since: ["0"]) == nil)
    #expect(history.known(slices, since: ["1"])?.count == 3)
  }
}
