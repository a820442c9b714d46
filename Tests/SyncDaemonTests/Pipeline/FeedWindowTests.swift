import FoundationEssentials
import NewsModel
import SeededRandom
import Testing

@testable import SyncDaemon

@Suite("FeedWindow")
struct FeedWindowTests {
  /// Places a day apart, the newest first.
  private static func places(_ count: Int, days: Double = 0.01) -> [FeedWindow.Place] {
    (0..<count).map { number in
      FeedWindow.Place(
        id: EntryID("tag:news.example,2026:story/\(number)"),
        // 2026-11-20T00:00:00Z
        updated: Date(timeIntervalSince1970: 1_795_132_800 - Double(number) * days * 86_400))
    }
  }

  private static let window = FeedWindow(
    size: FeedWindowSize(entries: 10, age: .seconds(5 * 86_400)))

  @Test("everything is shown as long as it fits")
  func fits() {
    let result = Self.window.divide(Self.places(10).reversed())

    #expect(result.shown == Self.places(10))
    #expect(result.archived.isEmpty)
  }

  @Test("one too many makes an archive document's worth leave, so that not every change makes one")
  func count() {
    let result = Self.window.divide(Self.places(11))

    #expect(result.shown == Array(Self.places(11)[..<6]))
    #expect(result.archived == [Array(Self.places(11)[6...])])
  }

  @Test(
    "what is older than the age, counted from the newest entry, leaves when it fills an archive document and stands last until then"
  )
  func age() {
    let waiting = Self.window.divide(Self.places(10, days: 1))
    let filled = Self.window.divide([Self.places(10, days: 1)[0]] + Self.places(9, days: 2)[1...])

    #expect(waiting == .init(shown: Self.places(10, days: 1), archived: []))
    #expect(filled.shown.count == 4)
    #expect(filled.archived == [Array(Self.places(9, days: 2)[4...])])
  }

  @Test("late reports, one at a time, gather instead of making an archive document each")
  func late() {
    var result = FeedWindow.Result(shown: Self.places(3), archived: [])
    var archived: [[FeedWindow.Place]] = []
    for late in Self.places(40, days: 10)[20...].reversed() {
      result = Self.window.divide(result.shown + [late])
      #expect(result.shown.count <= 10)
      archived += result.archived
    }

    #expect(archived.map(\.count) == [5, 5, 5, 5])
    #expect(archived.flatMap { $0.reversed() } == Self.places(40, days: 10)[20...].reversed())
    #expect(result.shown == Self.places(3))
  }

  @Test("the first archive documents come as two, so that each has a neighbour, or wait for it")
  func first() {
    let two = Self.window.divide(Self.places(11), isFirst: true)
    let waiting = Self.window.divide(Self.places(7, days: 1), isFirst: true)

    #expect(two.archived.map(\.count) == [3, 3])
    #expect(waiting.archived.isEmpty)
    #expect(waiting.shown.count == 7)
  }

  @Test("a window of one entry works", arguments: [true, false])
  func one(isFirst: Bool) {
    let window = FeedWindow(size: FeedWindowSize(entries: 1, age: .seconds(86_400)))

    let result = window.divide(Self.places(4), isFirst: isFirst)

    #expect(result.shown.count == 1)
    #expect(result.archived.allSatisfy { !$0.isEmpty })
    #expect(result.archived.flatMap { $0 }.count == 3)
  }

  @Test("nothing is lost and nothing is doubled, whatever comes", arguments: 1...200)
  func whole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let window = FeedWindow(
      size: FeedWindowSize(
        entries: Int.random(in: 1...30, using: &random),
        age: .seconds(Int.random(in: 1...20, using: &random) * 86_400)))
    let places = Self.places(
      Int.random(in: 1...200, using: &random), days: Double.random(in: 0...1, using: &random))

    let isFirst = Bool.random(using: &random)
    let result = window.divide(places.shuffled(using: &random), isFirst: isFirst)

    let all = result.shown + result.archived.reversed().flatMap { $0 }
    #expect(all == places, "seed \(seed)")
    #expect(!result.shown.isEmpty, "seed \(seed)")
    let most = max(1, window.size.entries / 2)
    // All are full, but for the two that a feed begins with.
    #expect(
      result.archived.allSatisfy { $0.count == most }
        || isFirst && result.archived.count == 2 && Set(result.archived.map(\.count)).count == 1,
      "seed \(seed)")
    // A feed that begins with one entry waits for the neighbour of its first document.
    #expect(
      result.shown.count <= window.size.entries || isFirst && window.size.entries == 1,
      "seed \(seed)")
    #expect(window.divide(result.shown, isFirst: isFirst && result.archived.isEmpty).archived == [])
  }

  @Test("too many bytes move to the archive as too many entries do, in documents of half of them")
  func bytes() {
    var window = FeedWindow(size: FeedWindowSize(entries: 100, age: .seconds(5 * 86_400)))
    window.byteLimit = 1000
    let places = Self.places(11).map { place in
      FeedWindow.Place(id: place.id, updated: place.updated, byteCount: 99)
    }

    #expect(window.divide(Array(places[..<10])).archived.isEmpty)
    let result = window.divide(places)

    #expect(result.shown == Array(places[..<6]) && result.archived == [Array(places[6...])])
  }

  @Test(
    "whatever the bytes, every entry is in one document, and none has too many", arguments: 1...200)
  func wholeBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var window = FeedWindow(
      size: FeedWindowSize(
        entries: Int.random(in: 2...40, using: &random),
        age: .seconds(Int.random(in: 1...20, using: &random) * 86_400)))
    window.byteLimit = 10_000
    let largest = [50, 2500, 9999].randomElement(using: &random) ?? 50
    let places = Self.places(Int.random(in: 1...150, using: &random)).map { place in
      FeedWindow.Place(
        id: place.id, updated: place.updated, byteCount: Int.random(in: 1...largest, using: &random)
      )
    }
    // Of entries that may not even be two in a document no pair of documents can be made.
    let isFirst = largest < 5000 && Bool.random(using: &random)

    let result = window.divide(places.shuffled(using: &random), isFirst: isFirst)

    let all = result.shown + result.archived.reversed().flatMap { $0 }
    #expect(all == places, "seed \(seed)")
    func bytes(_ places: [FeedWindow.Place]) -> Int { places.reduce(0) { $0 + $1.byteCount } }
    #expect(!result.shown.isEmpty, "seed \(seed)")
    // Two entries that would be the first document of a feed wait for the neighbour of it.
    #expect(
      bytes(result.shown) <= window.byteLimit || isFirst && result.archived.isEmpty, "seed \(seed)")
    #expect(
      result.archived.allSatisfy { bytes($0) <= window.byteLimit }, "seed \(seed)")
    #expect(window.divide(result.shown, isFirst: isFirst && result.archived.isEmpty).archived == [])
  }
}
