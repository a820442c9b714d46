import Foundation
import Testing

@Suite("Histories of a site")
struct SiteHistoryTests {
  /// How many histories: a few on every run; `NEWSFOLD_HISTORIES=5000` for thousands, by hand and before a release.
  private static let count =
    ProcessInfo.processInfo.environment["NEWSFOLD_HISTORIES"].flatMap(UInt64.init) ?? 24
  private static let first =
    ProcessInfo.processInfo.environment["NEWSFOLD_HISTORY_SEED"].flatMap(UInt64.init) ?? 1

  @Test("no id changes, no alias is lost and updated never goes back, whatever happens to a site")
  func histories() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    for seed in Self.first..<(Self.first + Self.count) {
      var history = try SiteHistory(seed: seed)
      try await history.run(steps: 12)
    }
    print("histories: seeds \(Self.first)... \(Self.count) of them in \(clock.now - start)")
  }
}
