import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import Stories

/// A packed index is the index that was packed, or it is not read at all.
@Suite("A packed index")
struct PackedIndexTests {
  private let engine = ContentDigest("this program")

  private func index(_ articles: [Article], pins: StoryPins = StoryPins()) -> StoryIndex {
    var index = StoryIndex()
    index.insert(contentsOf: articles)
    index.setPins(pins)
    _ = index.regroup()
    return index
  }

  /// Reports, copies word for word, near copies, titles that end with the name of an outlet, other
  /// languages, no text, no date.
  private static func articles(_ chance: inout SeededGenerator) -> [Article] {
    var articles = InventedStream(
      seed: chance.next(), eventCount: Int.random(in: 1...25, using: &chance)
    ).articles
    for number in articles.indices {
      switch Int.random(in: 0..<12, using: &chance) {
      case 0: articles[number].title += " | Vale Star"
      case 1: articles[number].title = articles[0].title
      case 2: articles[number].paragraphs = []
      case 3: articles[number].paragraphs += ["Pas de texte, Örtliches, 第三: \(number) 😀"]
      case 4: articles[number].language = ["de", "vi", "xx"].randomElement(using: &chance)
      case 5: articles[number].dateOrigin = .file
      case 6: articles[number].published = Date(timeIntervalSince1970: -1e12)
      default: break
      }
    }
    for number in 0..<Int.random(in: 0...30, using: &chance) {
      guard let article = articles.randomElement(using: &chance) else { continue }
      var copy = article
      copy.id = ArticleID("copy-\(number)")
      copy.outlet = Bool.random(using: &chance) ? article.outlet : "Outlet of copy \(number)"
      if Bool.random(using: &chance) { copy.paragraphs.append("Edition \(number).") }
      articles.append(copy)
    }
    return articles
  }

  private static func pins(_ articles: [Article], _ chance: inout SeededGenerator) -> StoryPins {
    func pairs() -> Set<ArticlePair> {
      Set(
        (0..<Int.random(in: 0...3, using: &chance)).compactMap { _ in
          guard let one = articles.randomElement(using: &chance)?.id,
            let other = articles.randomElement(using: &chance)?.id, one != other
          else { return nil }
          return ArticlePair(one, other)
        })
    }
    return StoryPins(together: pairs(), apart: pairs())
  }

  @Test("has the same groups, scores, articles and pins", arguments: 1...20 as ClosedRange<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let articles = Self.articles(&chance)
    let packed = index(articles, pins: Self.pins(articles, &chance))

    let bytes = try #require(packed.packed(engine: engine))
    let read = try StoryIndex(packed: bytes, engine: engine)

    #expect(IndexSnapshot(read) == IndexSnapshot(packed), "seed \(seed)")
    #expect(read.pins == packed.pins)
    #expect(read.count == packed.count)
    #expect(articles.allSatisfy { read.holds($0) == packed.holds($0) })
    for article in articles { #expect(read.prepared(article.id) == packed.prepared(article.id)) }
    #expect(read.packed(engine: engine) == bytes, "seed \(seed)")
  }

  @Test(
    "goes on as the packed one does, whatever comes and goes after it",
    arguments: 1...12 as ClosedRange<UInt64>)
  func goingOn(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    var articles = Self.articles(&chance)
    let extra = Self.articles(&chance).map { article in
      var article = article
      if Bool.random(using: &chance) { article.id = ArticleID("new-\(article.id)") }
      return article
    }
    var running = index(articles)
    for _ in 0..<3 {
      let bytes = try #require(running.packed(engine: engine))
      running = try StoryIndex(packed: bytes, engine: engine)
      let pins = Self.pins(articles, &chance)
      running.setPins(pins)
      let gone = Set(articles.shuffled(using: &chance).prefix(5).map(\.id))
      running.remove(gone.sorted())
      let fresh = Array(extra.shuffled(using: &chance).prefix(8))
      running.insert(contentsOf: fresh)
      _ = running.regroup()
      let last = Dictionary(fresh.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      articles = articles.filter { !gone.contains($0.id) && last[$0.id] == nil } + last.values
      #expect(IndexSnapshot(running) == IndexSnapshot(index(articles, pins: pins)), "seed \(seed)")
    }
  }

  @Test("of another program, another format, or damaged anywhere, is not read")
  func refusals() throws {
    var chance = SeededGenerator(seed: 4)
    let bytes = try #require(index(Self.articles(&chance)).packed(engine: engine))
    #expect(throws: PackingError.otherEngine) {
      try StoryIndex(packed: bytes, engine: ContentDigest("another program"))
    }
    for cut in [0, 1, 16, 17, 40, 49, 80, 81, bytes.count / 2, bytes.count - 1] {
      #expect(throws: PackingError.self) {
        try StoryIndex(packed: Array(bytes.prefix(cut)), engine: engine)
      }
    }
    #expect(throws: PackingError.damaged) { try StoryIndex(packed: bytes + [0], engine: engine) }
    #expect(throws: PackingError.otherFormat) {
      try StoryIndex(packed: Array("newsfold index 0\n".utf8) + bytes.dropFirst(17), engine: engine)
    }
    for _ in 0..<200 {
      var damaged = bytes
      damaged[Int.random(in: damaged.indices, using: &chance)] ^= UInt8.random(
        in: 1...255, using: &chance)
      #expect(throws: PackingError.self) { try StoryIndex(packed: damaged, engine: engine) }
    }
  }

  @Test(
    "whose bytes someone has changed under a digest that fits never traps", arguments: [7, 8, 9])
  func forged(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let articles = Array(Self.articles(&chance).prefix(12))
    let bytes = try #require(index(articles).packed(engine: engine))
    let body = 49..<bytes.count - 32
    var refused = 0
    for _ in 0..<400 {
      var forged = Array(bytes[..<body.upperBound])
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let place = Int.random(in: body, using: &chance)
        forged[place] =
          [0, 1, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &chance)]
          .randomElement(using: &chance) ?? 0
      }
      if Int.random(in: 0..<4, using: &chance) == 0 {
        forged.removeSubrange(Int.random(in: body, using: &chance)...)
      }
      forged += ContentDigest(forged).bytes
      do {
        var read = try StoryIndex(packed: forged, engine: engine)
        // What was read can be worked with, whatever it says.
        read.insert(contentsOf: articles)
        _ = read.regroup()
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  @Test("is not made while something waits to be grouped")
  func unsettled() {
    var index = StoryIndex()
    index.insert(contentsOf: InventedNews.ferry)
    #expect(index.packed(engine: engine) == nil)
    _ = index.regroup()
    #expect(index.packed(engine: engine) != nil)
    index.remove(InventedNews.ferry[0].id)
    #expect(index.packed(engine: engine) == nil)
  }

  @Test("an empty one is one, too")
  func empty() throws {
    let bytes = try #require(StoryIndex().packed(engine: engine))
    #expect(try StoryIndex(packed: bytes, engine: engine).count == 0)
  }

  @Test("each field of an article changes its mark, or leaves its prepared form as it was")
  func marks() throws {
    let article = Article(
      id: ArticleID("a"), outlet: "Vale Star", url: "https://vale.example/a",
      title: "Ferry runs aground off Marlindale", paragraphs: [],
      published: InventedNews.noon(1))
    var changes: [String: Article] = [:]
    func change(_ name: String, _ body: (inout Article) -> Void) {
      var other = article
      body(&other)
      changes[name] = other
    }
    change("id") { $0.id = ArticleID("b") }
    change("outlet") { $0.outlet = "Marlin Post" }
    change("url") { $0.url = nil }
    change("title") { $0.title += " again" }
    change("summary") { $0.summary = "A ferry with ninety people ran aground." }
    change("paragraphs") { $0.paragraphs = ["A ferry with ninety people ran aground."] }
    change("html") { $0.html = "<p>x</p>" }
    change("language") { $0.language = "de" }
    change("published") { $0.published += 1 }
    change("publishedZone") { $0.publishedZone = 3600 }
    change("dateOrigin") { $0.dateOrigin = .file }
    change("modified") { $0.modified = Date(timeIntervalSince1970: 0) }
    change("authors") { $0.authors = [Person(name: "Ada Bell")] }
    change("tags") { $0.tags = ["sea"] }
    change("pictures") { $0.pictures = [Picture(url: "https://vale.example/a.jpg")] }
    change("enclosures") {
      $0.enclosures = [Enclosure(url: "https://v.example/a", mediaType: "a/b")]
    }
    change("originalURL") { $0.originalURL = "https://other.example/" }
    change("isCut") { $0.isCut = true }
    let fields = Mirror(reflecting: article).children.compactMap(\.label)
    #expect(Set(fields) == Set(changes.keys), "a new field: does the prepared form depend on it?")
    let preparer = ArticlePreparer()
    for (name, other) in changes where SourceMark(other) == SourceMark(article) {
      #expect(preparer.prepare(other) == preparer.prepare(article), "\(name)")
    }
    #expect(
      changes["paragraphs"].map { SourceMark($0) } != changes["summary"].map { SourceMark($0) })
  }
}
