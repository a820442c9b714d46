import Foundation
import Testing

@Suite("Histories of a site")
struct SiteHistoryTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let asked = environment["NEWSFOLD_HISTORIES"].flatMap(UInt64.init)
  /// The number of histories over each store: as many as take some 20 s, or
  /// `NEWSFOLD_HISTORIES=5000` by hand and before a release.
  private static let count = asked ?? 60
  private static let first = environment["NEWSFOLD_HISTORY_SEED"].flatMap(UInt64.init) ?? 1
  /// Where the documents of each history's end are written, for the validators (`.ci/run states`).
  private static let folder = environment["NEWSFOLD_HISTORY_DOCUMENTS"]

  @Test(
    "no id changes, no alias is lost and updated never goes back, whatever happens to a site",
    .overEachStore)
  func histories() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let asked = Self.asked
    let folder = Self.folder
    let seeds = Self.first..<(Self.first + Self.count)
    try await withThrowingTaskGroup { group in
      // Two at a time, as many as the smallest machine that builds newsfold has cores.
      for lane in 0..<2 as Range<UInt64> {
        group.addTask {
          for seed in seeds where seed % 2 == lane {
            // Unless somebody asks for it, one history in eight is rebuilt after each of its steps,
            // the others at their end.
            let isThorough = (asked != nil && folder == nil) || seed % 8 == 1
            var history = try SiteHistory(
              seed: seed, rebuilds: isThorough ? .afterEachStep : .atTheEnd)
            try await history.run(steps: 12)
            if let folder { try Self.write(try history.documents(), to: "\(folder)/\(seed)") }
          }
        }
      }
      try await group.waitForAll()
    }
    print("histories: seeds \(seeds), in \(clock.now - start)")
  }

  @Test("a pass that fails at any of its calls is ended by the next one, whatever it had begun")
  func failures() async throws {
    let asked = Self.environment["NEWSFOLD_FAILURES"].flatMap(UInt64.init)
    // Every call by hand and before a release; else as many as take some 10 s.
    let (count, step) = asked.map { ($0, 1) } ?? (3, 29)
    var failures = 0
    for seed in Self.first..<(Self.first + count) {
      var history = try SiteHistory(seed: seed, rebuilds: .atTheEnd)
      history.site.compress = { $0.prefix($0.count / 2) + [0] }
      try await history.run(steps: asked == nil ? 3 : 6)
      failures += try await history.failEverywhere(step: step)
    }
    print("histories: \(failures) passes failed, seeds \(Self.first)..<\(Self.first + count)")
    #expect(failures > 20)
  }

  private static func write(_ documents: [String: String], to folder: String) throws {
    for (path, text) in documents where !path.contains("newsfold-tmp") {
      let file = URL(filePath: "\(folder)/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: false, encoding: .utf8)
    }
  }
}
