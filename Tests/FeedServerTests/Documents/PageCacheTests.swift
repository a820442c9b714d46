import Testing

@testable import FeedServer

@Suite("PageCache")
struct PageCacheTests {
  private func document(_ number: Int, byteCount: Int = 1_000) -> ServedDocument {
    Fixture.served(
      String(repeating: "x", count: byteCount), path: "stories/\(number)/index.html", coded: false)
  }

  @Test("it never holds more than its bound, whatever the number of pages")
  func bound() {
    var cache = PageCache(limit: 100_000)
    let size = document(0).byteCount

    for number in 0..<1_000 { cache.insert(document(number)) }

    #expect(cache.count * size <= 100_000)
    #expect(cache.count > 10)
  }

  @Test("what is asked for stays, what is not goes")
  func use() {
    var cache = PageCache(limit: 100_000)
    cache.insert(document(0))
    cache.insert(document(1))

    for number in 2..<1_000 {
      cache.insert(document(number))
      _ = cache.document(at: "stories/0/index.html")
    }

    #expect(cache.document(at: "stories/0/index.html") != nil)
    #expect(cache.document(at: "stories/1/index.html") == nil)
  }

  @Test("one document that would fill it is not kept")
  func large() {
    var cache = PageCache(limit: 100_000)
    cache.insert(document(0))

    cache.insert(document(1, byteCount: 60_000))

    #expect(cache.count == 1)
  }

  @Test("what is removed is gone from both generations")
  func removal() {
    var cache = PageCache(limit: 20_000)
    for number in 0..<10 { cache.insert(document(number)) }

    for number in 0..<10 { cache.remove("stories/\(number)/index.html") }

    #expect(cache.count == 0)
  }
}
