import FoundationEssentials
import Logging
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

/// Tests that a start takes from the last process what can be lost at any time.
@Suite("What is kept for the next start", .overEachStore)
struct KeptIndexTests {
  private let site: PipelineSite

  init() throws { site = try PipelineSite() }

  private func write(_ number: Int, _ name: String = "Marlindale") {
    site.write(
      """
      # Ferry \(number % 3) runs aground off \(name)

      The ferry Corran \(number % 3) with ninety people on board ran aground off \(name) on Tuesday,
      the harbour office said. Report \(number) adds that a tug from Osprey Bay is on its way.
      """, to: "\(number).md")
  }

  private func kept(_ name: String) -> [UInt8]? { site.openStore.derived(name).read() }

  /// Everything that a start from what is kept, and one without it, come to.
  private func outcome() async throws -> (documents: [String: String], state: [StateRecord]) {
    (try site.documents(), try await site.state.records())
  }

  @Test("a pass that ends leaves an index and a seal, and the next one without news folds nothing")
  func nothingToDo() async throws {
    for number in 0..<9 { write(number) }
    try await site.sync()
    #expect(kept("index") != nil && kept("groups.json") != nil)
    // No index can be made of this: a pass that needs one would say so.
    try site.openStore.derived("index").replace(with: Array("no index".utf8))
    let before = try await outcome()
    site.restart()
    let lines = Recorded<String>()
    site.log = Logger(label: "test") { _ in
      JournalLogHandler(form: .journal) { lines.append($0) }
    }

    let report = try await site.sync()

    #expect(report.changes.isEmpty && report.documentsWritten.isEmpty)
    #expect(try await outcome() == before)
    #expect(lines.values.allSatisfy { !$0.contains("made again") })
  }

  /// The ways in which what is kept is not what a start can use.
  enum Loss: CaseIterable {
    case index, seal, both, cutIndex, emptyIndex, damagedIndex, otherIndex, cutSeal, otherSeal
  }

  @Test(
    "what is missing, damaged, cut, or of another state is made again, and nobody can tell",
    arguments: Loss.allCases)
  func losses(loss: Loss) async throws {
    for number in 0..<9 { write(number) }
    try await site.sync()
    let (index, seal) = (try #require(kept("index")), try #require(kept("groups.json")))
    let (indexPlace, sealPlace) = (
      site.openStore.derived("index"), site.openStore.derived("groups.json")
    )
    for number in 9..<14 { write(number, "Osprey Bay") }
    site.remove("3.md")
    try await site.sync()
    for isChanging in [false, true] {
      switch loss {
      case .index: try indexPlace.replace(with: [])
      case .seal: try sealPlace.replace(with: [])
      case .both:
        try indexPlace.replace(with: [])
        try sealPlace.replace(with: [])
      case .cutIndex: try indexPlace.replace(with: Array(index.prefix(index.count / 2)))
      case .emptyIndex: try indexPlace.replace(with: [])
      case .damagedIndex:
        var damaged = index
        damaged[damaged.count / 2] ^= 1
        try indexPlace.replace(with: damaged)
      case .otherIndex: try indexPlace.replace(with: index)
      case .cutSeal: try sealPlace.replace(with: Array(seal.prefix(seal.count / 2)))
      case .otherSeal: try sealPlace.replace(with: seal)
      }
      site.restart()
      if isChanging { write(20) }
      try await site.sync()
      let found = try await outcome()

      // Made of the articles alone, it is the same.
      var fresh = StoryIndex()
      fresh.insert(
        contentsOf: found.state.compactMap {
          if case .article(let record) = $0 { record.article } else { nil }
        })
      _ = fresh.regroup()
      if isChanging {
        let read = try #require(PackedFolding(site.openStore).read(site.log))
        #expect(read.groups == fresh.groups)
      }
      let stories = found.state.compactMap { record -> [ArticleID]? in
        if case .story(let story) = record { story.articles } else { nil }
      }
      #expect(stories.sorted { $0[0] < $1[0] } == fresh.groups)
    }
  }

  @Test("another program makes all of it again, and the seal of the former one says nothing to it")
  func otherProgram() async throws {
    for number in 0..<5 { write(number) }
    try await site.sync()
    let ours = PackedFolding(site.openStore)
    let other = PackedFolding(site.openStore, program: ContentDigest("another"))
    let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    #expect(ours.read(log) != nil)
    #expect(other.read(log) == nil)
    var store = site.openStore
    _ = try store.load()
    #expect(ours.kept == ours.seal(of: store.mark, StoryPins()))
    #expect(ours.kept != other.seal(of: store.mark, StoryPins()))
    #expect(ours.kept != ours.seal(of: nil, StoryPins()))
    let pins = StoryPins(apart: [ArticlePair(ArticleID("a"), ArticleID("b"))])
    #expect(ours.kept != ours.seal(of: store.mark, pins))
    #expect(PackedFolding(site.openStore, program: nil).read(log) == nil)
  }

  @Test("the mark of a store is that of what it holds: it changes with each transaction alone")
  func marks() throws {
    var store = site.openStore
    let state = try store.load()
    let none = store.mark
    try store.append([.published(1)])
    let one = store.mark
    try store.append([.published(1)])

    var again = site.openStore
    _ = try again.load()

    #expect(none == nil && one != nil && state == SyncState())
    #expect(again.mark == store.mark && again.mark != one)
    try store.compact(try again.load(), released: 1 << 30)
    _ = try again.load()
    #expect(again.mark == store.mark)
    try store.append([.published(2)])
    _ = try again.load()
    #expect(again.mark == store.mark)
  }
}
