import Feeds
import FoundationEssentials
import Testing

@testable import ObjectStorage

@Suite("MirrorQueue")
struct MirrorQueueTests {
  private static func publication(
    _ number: Int, _ documents: [String: String], removed: [String] = []
  ) -> Publication {
    Publication(
      documents: documents.map { PublicDirectory.document($0.key, Array($0.value.utf8)) },
      removed: removed, number: number)
  }

  @Test("documents come before those that link to them")
  func ranks() {
    var queue = MirrorQueue()
    let order = [
      "assets/style.css", "favicon.ico", "stories/a/index.html", "stories/b/index.html",
      "archive/0001/atom.xml", "harbour/archive/0002/rss.xml", "about/index.html", "index.html",
      "search.json", "atom.xml", "feed.json", "harbour/atom.xml",
    ]
    let isTaken = queue.add(
      Self.publication(1, Dictionary(uniqueKeysWithValues: order.map { ($0, "") })), epoch: 0)

    #expect(isTaken)
    #expect(queue.takeAll().documents.map(\.document.path) == order)
    #expect(queue.count == 0)
  }

  @Test("the last word about a path counts, whichever publication said it")
  func merges() {
    var queue = MirrorQueue()
    _ = queue.add(Self.publication(1, ["a.css": "1", "b.css": "1", "c.css": "1"]), epoch: 0)
    _ = queue.add(Self.publication(2, ["a.css": "2"], removed: ["b.css", "d.css"]), epoch: 0)
    _ = queue.add(Self.publication(3, ["d.css": "3"]), epoch: 0)
    #expect(queue.holds("b.css") && queue.holds("d.css") && !queue.holds("e.css"))
    let batch = queue.takeAll()

    #expect(batch.documents.map(\.document.path) == ["a.css", "c.css", "d.css"])
    #expect(batch.documents.map(\.version.sequence) == [2, 1, 3])
    #expect(
      batch.documents.map { String(decoding: $0.document.bytes, as: UTF8.self) } == ["2", "1", "3"])
    #expect(batch.removed == ["b.css"])
  }

  @Test("a backlog beyond its bound is dropped whole; versions of one path do not add up")
  func bound() {
    var queue = MirrorQueue(limit: 10)
    for number in 1...5 {
      let isTaken = queue.add(Self.publication(number, ["a.css": "12345678"]), epoch: 0)
      #expect(isTaken)
    }
    let isTaken = queue.add(Self.publication(6, ["b.css": "123"]), epoch: 0)
    #expect(!isTaken && queue.count == 0)
    let isTakenAgain = queue.add(Self.publication(7, ["b.css": "1234567890"]), epoch: 0)
    #expect(isTakenAgain)
  }
}
