import Foundation
import NewsModel

@testable import SyncDaemon

/// A site whose first two stories, of two articles each, have been archived by newer ones.
///
/// Events lie seven hours apart: number 100 is 29 days after number 0.
struct AgeingSite {
  let site: PipelineSite

  /// The reports that are written first, and those that come after they have aged.
  static let old = [(0, 0), (0, 1), (1, 0), (1, 1)]
  static let fresh = [(100, 0), (101, 0), (102, 0)]

  init(archives: Bool = true) async throws {
    site = try PipelineSite()
    site.settings.window = FeedWindowSize(entries: 4, age: .seconds(2 * 86_400))
    site.settings.archiveAfter = archives ? .seconds(16 * 86_400) : nil
    // Later than all reports, so that no date counts as one in the future.
    site.clock = Date(timeIntervalSince1970: 1_780_000_000)
    for (event, report) in Self.old { write(event, report) }
    try await site.sync()
    for (event, report) in Self.fresh { write(event, report) }
  }

  /// Makes a site and syncs it until its old stories are archived.
  static func aged(archives: Bool = true) async throws -> AgeingSite {
    let ageing = try await AgeingSite(archives: archives)
    try await ageing.site.sync()
    // The feed dropped the old stories in the pass before, at whose end they were archived.
    return ageing
  }

  func name(_ event: Int, _ report: Int) -> String { "event\(event)/\(report).md" }

  func write(_ event: Int, _ report: Int, edits: Int = 0) {
    site.write(
      InventedReport(event: event, report: report, edits: edits).file, to: name(event, report))
  }

  /// The names in `state/archive`, without indices.
  func archiveNames() throws -> [String] {
    try site.memory.list(site.site.stateDirectory + "/archive").filter { $0.hasSuffix(".jsonl") }
  }

  /// Every story with its articles and its history.
  func stories() async throws -> [StoryListing] {
    let view = try await site.view
    return view.stories()
  }

  /// The published documents, less what a crash may leave beside them.
  func documents() throws -> [String: String] {
    try site.documents().filter { !$0.key.contains("newsfold-tmp") }
  }
}
