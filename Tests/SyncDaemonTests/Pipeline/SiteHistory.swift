import Foundation
import NewsModel
import SeededRandom
import Stories
import Testing

@testable import SyncDaemon

/// A random history of one site, and what must hold after each of its steps.
struct SiteHistory {
  /// The events of a history.
  enum Step: CaseIterable {
    case add, edit, rename, remove, comeBack, retitle, merge, split, unpin, resync, restart
    case otherSettings, loseState, losePower, nothing
    case renameInFlight, unmount, clockJump
    case addOdd, copy, restoreState
  }

  /// The extent of the slow checks: not every history of a quick run makes them after every step.
  enum Rebuilds {
    case afterEachStep, atTheEnd
  }

  let site: PipelineSite
  private let seed: UInt64
  var random: SeededGenerator
  private var present: [String: InventedReport] = [:]
  private var away: [InventedReport] = []
  private var together: [[String]] = []
  private var apart: [[String]] = []
  private var nextFile = 0
  /// Whether the articles lie on a disk that can be unmounted.
  private var usesDisk = false
  private var watched = PublishedHistory()
  var steps: [Step] = []
  private var isAfterLoss = false
  /// The last states, as backups of some hours have them; none where state is no files.
  private var backups: [[String: [UInt8]]] = []
  /// The newest `updated` so far.
  private var newest = Date.distantPast
  private let rebuilds: Rebuilds
  /// The documents when a rebuild last gave the same, with the articles and pins of that time.
  private var rebuilt: Rebuilt?

  private var prepared: [ArticleID: (article: Article, prepared: PreparedArticle)] = [:]

  private struct Rebuilt: Equatable {
    var documents: [String: [UInt8]]
    var reports: [String: InventedReport]
    var pins: String
  }

  init(seed: UInt64, rebuilds: Rebuilds = .afterEachStep) throws {
    self.seed = seed
    self.rebuilds = rebuilds
    random = SeededGenerator(seed: seed)
    site = try PipelineSite()
  }

  var comment: Comment {
    "seed \(seed), steps \(steps.map { "\($0)" }.joined(separator: " "))"
  }

  /// Runs the history.
  mutating func run(steps count: Int) async throws {
    for _ in 0..<3 { add() }
    try await settle()
    for _ in 0..<count {
      site.clock += Double(Int.random(in: 60..<7200, using: &random))
      let step = Step.allCases.randomElement(using: &random) ?? .nothing
      steps.append(step)
      try await take(step)
      try await settle()
    }
    if rebuilds == .atTheEnd { try await expectSameAfterRebuild(try await site.state) }
  }

  /// The published documents, by path relative to `public/`.
  func documents() throws -> [String: String] { try site.documents() }

  mutating func take(_ step: Step) async throws {
    switch step {
    case .add: add()
    case .edit: change { $0.edits += 1 }
    case .retitle: change { $0.retitled += 1 }
    case .rename:
      guard let name = anyFile() else { return }
      let other = newFileName(present[name]?.ending)
      site.rename(name, to: other)
      present[other] = present.removeValue(forKey: name)
    case .remove:
      guard let name = anyFile(), let report = present.removeValue(forKey: name) else { return }
      site.remove(name)
      away.append(report)
    case .comeBack:
      guard !away.isEmpty else { return }
      put(away.remove(at: Int.random(in: 0..<away.count, using: &random)))
    case .merge: if let pair = anyPair() { together.append(pair) }
    case .split: if let pair = anyPair() { apart.append(pair) }
    case .unpin:
      if !together.isEmpty { together.removeFirst() }
      if !apart.isEmpty { apart.removeFirst() }
    case .resync:
      _ = try await pass(SyncRequest(isFull: true))
    case .restart:
      site.restart()
      try loseKept()
    case .otherSettings: changeSettings()
    case .loseState:
      try site.loseState()
      isAfterLoss = true
    case .losePower:
      change { $0.edits += 1 }
      add()
      site.memory.fail(at: Int.random(in: 1..<60, using: &random), .losesPower)
      // Silence is right: it fails at that call, or is an ordinary pass if it makes fewer calls.
      _ = try? await pass()
      site.memory = site.memory.afterKill()
      site.restart()
    case .nothing: break
    case .renameInFlight: try await renameInFlight()
    case .unmount: try await unmount()
    case .clockJump: try await jumpInTime()
    case .addOdd: add(isOdd: true)
    case .restoreState:
      guard let backup = backups.randomElement(using: &random) else { return }
      site.restart()
      try site.memory.removeTree(site.site.stateDirectory)
      for (path, bytes) in backup { try site.memory.write(bytes, to: path) }
    case .copy:
      guard let name = anyFile(), let report = present[name] else { return }
      put(report)
    }
  }

  /// Renames files while a pass scans them.
  private mutating func renameInFlight() async throws {
    guard let name = anyFile() else { return }
    let folder = FilePath(name).parent.text
    let flight = RenamesInFlight(
      in: folder == "." ? site.directory["articles"] : site.path(folder),
      after: Int.random(in: 1...6, using: &random))
    flight.begin()
    site.onProgress = { if $0 == .scan { flight.step() } }
    let report = try await pass()
    site.onProgress = { _ in }
    #expect(report.changes == [], "\(flight.names) \(comment)")
    #expect(report.missing == [], comment)
    for (old, new) in flight.names {
      let prefix = folder == "." ? "" : folder + "/"
      present[prefix + new] = present.removeValue(forKey: prefix + old)
    }
  }

  /// Loses or damages what the last process has kept for the next one, as often as not.
  private mutating func loseKept() throws {
    let place = site.openStore.derived(Bool.random(using: &random) ? "index" : "groups.json")
    guard let kept = place.read(), !kept.isEmpty else { return }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: try place.replace(with: [])
    case 1: try place.replace(with: Array(kept.dropLast(kept.count / 3 + 1)))
    case 2:
      var damaged = kept
      damaged[Int.random(in: damaged.indices, using: &random)] ^= 1
      try place.replace(with: damaged)
    default: break
    }
  }

  /// Unmounts the disk with the articles, and mounts it again.
  private mutating func unmount() async throws {
    guard PipelineSite.hasOtherDisk else { return }
    if !usesDisk { site.useDisk() }
    usesDisk = true
    let empty = try TemporaryDirectory(in: "/dev/shm")
    site.mount(empty.path)
    if Bool.random(using: &random) { site.restart() }
    for absence in [SyncRequest.Absence.atOnce, .waits] {
      let report = try await pass(SyncRequest(absence: absence))
      #expect(report.changes.isEmpty && report.missing.count == present.count, comment)
      #expect(report.documentsWritten.isEmpty, comment)
    }
    site.remount()
  }

  /// Adds an article while the clock is wrong.
  private mutating func jumpInTime() async throws {
    let clock = site.clock
    add()
    site.clock = Date(
      timeIntervalSince1970: [0, 1_740_000_000, 2_200_000_000].randomElement(using: &random) ?? 0)
    _ = try await pass()
    site.clock = clock
  }

  /// Changes the window, the extent of text, the address or the feeds.
  private mutating func changeSettings() {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: site.settings.window.entries = Int.random(in: 2...6, using: &random)
    case 1: site.settings.text = TextExtent.allCases.randomElement(using: &random) ?? .extract
    case 2:
      site.settings.baseURL = "https://news\(Int.random(in: 0..<9, using: &random)).example/"
    case 3:
      var feed = FeedSettings(name: "some")
      feed.sources = ["Outlet \(Int.random(in: 0..<4, using: &random))"]
      feed.isMerged = Bool.random(using: &random)
      site.settings.feeds = [feed]
    default: site.settings.feeds = []
    }
  }

  func pass(_ request: SyncRequest = SyncRequest()) async throws -> SyncReport {
    site.pinsText = pinsText
    return try await site.sync(request)
  }

  private var pinsText: String {
    func lists(_ name: String, _ lists: [[String]]) -> String {
      lists.isEmpty
        ? "" : "\(name):\n" + lists.map { "  - [\($0.joined(separator: ", "))]\n" }.joined()
    }
    return lists("together", together) + lists("apart", apart)
  }

  private mutating func anyFile() -> String? { present.keys.sorted().randomElement(using: &random) }

  private mutating func anyPair() -> [String]? {
    let urls = present.values.map(\.url).sorted().shuffled(using: &random)
    return urls.count < 2 ? nil : Array(urls.prefix(2))
  }

  private mutating func newFileName(_ ending: String?) -> String {
    nextFile += 1
    let folder = ["", "courier/", "herald/deep/"].randomElement(using: &random) ?? ""
    return "\(folder)file\(nextFile)\(ending ?? ".md")"
  }

  private mutating func add(isOdd: Bool = false) {
    let known = Set((Array(present.values) + away).map(\.url))
    var report = InventedReport(
      event: Int.random(in: 0..<5, using: &random), report: Int.random(in: 0..<4, using: &random))
    report.hasDate = Int.random(in: 0..<5, using: &random) > 0
    if isOdd { report.oddness = UInt64.random(in: 0..<1_000_000, using: &random) }
    if !known.contains(report.url) { put(report) }
  }

  private mutating func put(_ report: InventedReport) {
    let name = newFileName(report.ending)
    present[name] = report
    site.write(report.file, to: name)
  }

  private mutating func change(_ body: (inout InventedReport) -> Void) {
    guard let name = anyFile(), var report = present[name] else { return }
    body(&report)
    present[name] = report
    site.write(report.file, to: name)
  }

  private mutating func settle() async throws {
    let wasEverPublished = !watched.isEmpty
    let report = try await pass()
    let isUnchangedAfterLoss = isAfterLoss && steps.last == .loseState
    isAfterLoss = false
    if isUnchangedAfterLoss && wasEverPublished {
      #expect(report.changes.isEmpty, comment)
      #expect(report.documentsWritten.isEmpty, comment)
    }
    #expect(report.refused.isEmpty, comment)
    #expect(report.setAside.isEmpty, comment)
    let state = try await site.state
    watched.observe(state.ledger, comment: comment)
    try await expectOrderIndependence(state)
    try expectDocuments(of: state)

    let again = try await pass()
    #expect(again.filesRead == 0 && again.documentsWritten.isEmpty, comment)
    #expect(again.changes.isEmpty, comment)
    expectFeeds(of: state)
    try expectNothingMissing(of: state)
    if rebuilds == .afterEachStep { try await expectSameAfterRebuild(state) }
    if StoreKind.current == .jsonFiles {
      backups = backups.suffix(3) + [try site.memory.tree(site.site.stateDirectory)]
    }
  }

  /// Checks that the stories depend only on the articles and the pins, not on what happened before.
  private mutating func expectOrderIndependence(_ state: SyncState) async throws {
    let resolver = ArticleResolver(
      roots: site.site.articleRoots(site.settings), view: MemoryView(open: state))
    let pins = try PinsReader.read(yaml: pinsText, path: "pins.yaml")
    var index = StoryIndexOfTest(pins: pins.pairs { resolver.article(named: $0) })
    let articles = state.articles.values.map(\.article).sorted { $0.id < $1.id }
    index.insert(articles.shuffled(using: &random).map { prepare($0) })
    let groups = state.ledger.stories.values.map(\.articles).sorted { $0[0] < $1[0] }
    #expect(index.groups == groups, comment)
    #expect(
      state.articles.count == Set(present.values.map(\.url)).count,
      "an article was lost or stayed; \(comment)")
  }

  /// An article as the index takes it, read once in each of its versions.
  private mutating func prepare(_ article: Article) -> PreparedArticle {
    if let known = prepared[article.id], known.article == article { return known.prepared }
    let fresh = ArticlePreparer().prepare(article)
    prepared[article.id] = (article, fresh)
    return fresh
  }

  /// Checks that no feed shows an entry that it does not take, and that none is missing that is
  /// newer than one of the main feed.
  private mutating func expectFeeds(of state: SyncState) {
    guard let main = state.feeds[""] else { return }
    let shown = main.entries.compactMap { state.ledger.stories[$0]?.updated }
    #expect(shown.count == main.entries.count && shown == shown.sorted(by: >), comment)
    if main.archiveCount == 0 {
      #expect(Set(main.entries) == Set(state.ledger.stories.keys), comment)
    }
    // A story that was closed when it came to match stays out, even if the newest story is
    // withdrawn afterwards.
    newest = max(newest, state.ledger.stories.values.map(\.updated).max() ?? newest)
    let closing = FeedWindow(size: site.settings.window).cutoff(newest: newest)
    for feed in site.settings.feeds where feed.isMerged {
      let outlets = Set(feed.sources)
      for story in state.ledger.stories.values {
        let takes = story.articles.contains {
          state.articles[$0].map { outlets.contains($0.article.outlet) } ?? false
        }
        let isShown = state.feeds[feed.name]?.entries.contains(story.id) ?? false
        #expect(takes || !isShown, comment)
        // A closed story that comes to match is not shown.
        if state.feeds[feed.name]?.archiveCount == 0, story.updated >= closing {
          #expect(takes == isShown, comment)
        }
      }
    }
  }

  /// Checks that a reader who follows the main feed through its archive finds every story.
  private func expectNothingMissing(of state: SyncState) throws {
    let chain = try FeedChain(in: site)
    #expect(chain.archives.count == state.feeds[""]?.archiveCount ?? 0, comment)
    for id in state.ledger.stories.keys {
      #expect(chain.entries.contains(id.rawValue), "\(id) is in no document; \(comment)")
    }
  }

  /// Checks that every story has its page, and every other id a page that says what became of it.
  private func expectDocuments(of state: SyncState) throws {
    for story in state.ledger.stories.values {
      let page = try site.memory.read(site.publicDirectory + "/stories/\(story.slug)/index.html")
      #expect(page != nil, comment)
    }
    for story in state.ledger.retired.values {
      let page = try #require(
        try site.memory.read(site.publicDirectory + "/stories/\(story.slug)/story.json"), comment)
      let published = try StateCoding.decoder().decode(PublishedStory.self, from: Data(page))
      #expect(published.retired == story, comment)
    }
  }

  /// Checks that a site without its state keeps every id and publishes the same bytes.
  private mutating func expectSameAfterRebuild(_ state: SyncState) async throws {
    let memory = site.memory
    let before = try memory.tree(site.publicDirectory)
    let now = Rebuilt(documents: before, reports: present, pins: pinsText)
    // A rebuild depends only on these, so it would give the same again.
    if now == rebuilt { return }
    rebuilt = now
    site.memory = memory.afterKill()
    try site.memory.removeTree(site.site.stateDirectory)
    var pipeline = try await site.opened(forgets: true)
    let report = try await pipeline.sync()
    #expect(report.changes.isEmpty, comment)
    let after = try site.memory.tree(site.publicDirectory)
    #expect(FirstDifference.between(before, after) == nil, comment)
    #expect(report.documentsWritten.isEmpty, comment)
    #expect(pipeline.memory.state.ledger == state.ledger, comment)
    site.memory = memory
  }
}
