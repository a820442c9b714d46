import FoundationEssentials
import NewsModel
import SeededRandom
import Testing

@testable import Stories

@Suite("UpdatedClock")
struct UpdatedClockTests {
  let one = EntryID("tag:e,2026:story/1")
  let two = EntryID("tag:e,2026:story/2")

  @Test("a later date is taken, an earlier one gives a second after the previous")
  func forward() {
    var clock = UpdatedClock([(one, Sample.morning)])

    let later = clock.next(
      one, previous: Sample.morning, cause: Sample.morning.addingTimeInterval(60))
    let earlier = clock.next(one, previous: later, cause: Sample.morning)
    let unknown = clock.next(one, previous: earlier, cause: nil)

    #expect(later == Sample.morning.addingTimeInterval(60))
    #expect(earlier == later.addingTimeInterval(1))
    #expect(unknown == earlier.addingTimeInterval(1))
  }

  @Test("no two entries share an instant, and it only ever goes forward", arguments: 0..<20)
  func property(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var clock = UpdatedClock()
    var updated: [EntryID: Date] = [:]
    for _ in 0..<500 {
      let id = EntryID("tag:e,2026:story/\(Int.random(in: 0..<40, using: &generator))")
      let cause = Sample.morning.addingTimeInterval(
        Double(Int.random(in: 0..<5, using: &generator)))
      if let previous = updated[id] {
        let next = clock.next(id, previous: previous, cause: cause)
        #expect(next > previous, "seed \(seed)")
        updated[id] = next
      } else {
        updated[id] = clock.first(id, date: cause)
      }
      #expect(
        Set(updated.values.map(Timestamp.milliseconds)).count == updated.count, "seed \(seed)")
    }
  }

  @Test("ties are parted by milliseconds that the id gives")
  func ties() {
    var clock = UpdatedClock([(one, Sample.morning)])

    let parted = clock.first(two, date: Sample.morning)

    let offset = Timestamp.milliseconds(parted) - Timestamp.milliseconds(Sample.morning)
    #expect(offset == 1 + Int64(ContentDigest(two.rawValue).prefix64 % 997))
  }

  @Test("an instant that was given up is free again")
  func forget() {
    var clock = UpdatedClock([(one, Sample.morning)])

    clock.forget(one, updated: Sample.morning)

    #expect(clock.first(two, date: Sample.morning) == Sample.morning)
  }
}

@Suite("EntrySubstance")
struct EntrySubstanceTests {
  let north = Sample.article("north", Sample.ferry)
  let south = Sample.article("south", hours: 2, Sample.ferryElsewhere)

  /// The change between two sets of articles, the old substance as it is stored.
  func change(
    _ old: [Article], _ new: [Article], preferences: CompositionPreferences = .init(),
    rereadOnly: Bool = false
  ) -> SubstanceChange? {
    let before = EntrySubstance(stored: Sample.compose(old).substance.stored)
    let after = Sample.compose(new, preferences: preferences).substance
    let unchanged = Set(old)
    let changed = rereadOnly ? [] : Set(new.filter { !unchanged.contains($0) }.map(\.id))
    return before.flatMap { after.change(from: $0, changed: changed) }
  }

  @Test("an independent source that joins is worth telling")
  func joined() {
    #expect(change([north], [north, south]) == .independentSourceJoined(south.id))
  }

  @Test("a new independent source that takes the lead is worth telling")
  func tookLead() {
    let preferences = CompositionPreferences(outlets: ["south": OutletPreference(rank: 1)])

    #expect(
      change([north], [north, south], preferences: preferences)
        == .independentSourceJoined(south.id))
  }

  @Test("a repost that joins is not, even where it takes the lead")
  func repost() {
    let copy = Sample.article("copy", hours: 1, Sample.ferry)
    var earlier = Sample.article("earlier", hours: -1, Sample.ferry)
    earlier.title = "Ferry lost off Lindø"

    #expect(change([north], [north, copy]) == nil)
    #expect(change([north], [north, earlier]) == nil)
    #expect(
      change([north, south], [north, south, Sample.article("x", hours: 3, Sample.ferryElsewhere)])
        == nil)
  }

  @Test("a figure that changed is worth telling")
  func figure() {
    var later = north
    later.paragraphs[1] = later.paragraphs[1].replacing("14", with: "17")

    #expect(change([north], [later]) == .figureChanged(north.id))
  }

  @Test("two new sentences in the canonical text are worth telling")
  func text() {
    var later = north
    later.paragraphs += Sample.ferryElsewhere.prefix(1) + Sample.ferryElsewhere.suffix(3)

    #expect(change([north], [later]) == .textChanged(north.id))
  }

  @Test("what is no news moves nothing", arguments: quietEdits)
  func quiet(name: String, edit: @Sendable (Article) -> Article) {
    #expect(change([north, south], [edit(north), south]) == nil, "\(name)")
    #expect(change([north, south], [south, edit(north)]) == nil, "\(name)")
  }

  static let quietEdits: [(String, @Sendable (Article) -> Article)] = [
    ("nothing", { $0 }),
    (
      "typing error",
      { article in
        var article = article
        article.paragraphs[0] = article.paragraphs[0].replacing("island", with: "iland")
        return article
      }
    ),
    (
      "trimmed",
      { article in
        var article = article
        article.paragraphs.removeLast(2)
        return article
      }
    ),
    (
      "other order",
      { article in
        var article = article
        article.paragraphs.reverse()
        return article
      }
    ),
    (
      "white space",
      { article in
        var article = article
        article.paragraphs = [article.paragraphs.joined(separator: "  ")]
        return article
      }
    ),
    (
      "title",
      { article in
        var article = article
        article.title = "Havfruen lost at sea"
        return article
      }
    ),
    (
      "tags",
      { article in
        var article = article
        article.tags = ["Shipping"]
        article.pictures = [Picture(url: "https://north.example/1.jpg")]
        return article
      }
    ),
    (
      "one short sentence",
      { article in
        var article = article
        article.paragraphs.append("The harbour was closed to all traffic until further notice.")
        return article
      }
    ),
  ]

  @Test("an article that leaves and comes back is no news")
  func comesBack() throws {
    let both = Sample.compose([north, south]).substance
    let alone = Sample.compose([north]).substance.remembering(both)
    let stored = try #require(EntrySubstance(stored: alone.stored))

    #expect(alone.change(from: both, changed: []) == nil)
    #expect(both.change(from: stored, changed: [south.id]) == nil)
  }

  @Test("another choice among known articles is no news")
  func otherChoice() {
    let preferences = CompositionPreferences(outlets: ["south": OutletPreference(rank: 1)])

    #expect(change([north, south], [north, south], preferences: preferences) == nil)
  }

  @Test("a text that is read differently from the same bytes is no news")
  func reread() {
    var later = north
    later.paragraphs += Sample.ferryElsewhere

    #expect(change([north], [later], rereadOnly: true) == nil)
  }

  @Test("a substance of another version is judged by its articles alone")
  func otherVersion() throws {
    let stored = Sample.compose([north]).substance.stored.replacing(
      "\"v\":\(EntrySubstance.version)", with: "\"v\":0")
    let old = try #require(EntrySubstance(stored: stored))
    var later = north
    later.paragraphs = Sample.ferryElsewhere
    let new = Sample.compose([later]).substance

    #expect(new.change(from: old, changed: [north.id]) == nil)
    #expect(
      Sample.compose([north, south]).substance.change(from: old, changed: [south.id])
        == .independentSourceJoined(south.id))
  }

  @Test("it is stored as one line and read back; what is none is refused")
  func stored() {
    let substance = Sample.compose([north, south]).substance

    let again = EntrySubstance(stored: substance.stored)

    #expect(again?.stored == substance.stored)
    #expect(!substance.stored.contains("\n"))
    #expect(substance.stored.utf8.count < 2000)
    #expect(EntrySubstance(stored: "") == nil)
    #expect(EntrySubstance(stored: "{\"v\":1}") == nil)
    #expect(
      EntrySubstance(
        stored:
          "{\"v\":1,\"lead\":0,\"known\":\"!\",\"m\":0,\"n\":-4,\"pairs\":\"AA\",\"figures\":{}}")
        != nil)
  }
}
