import Foundation
import Testing

@testable import SyncDaemon

@Suite("A pass that fails", .overEachStore)
struct PassErrorTests {
  @Test("says at which stage, on which path and why, whichever call fails")
  func stages() async throws {
    var stages: Set<PassStage> = []
    for call in 1..<200 {
      let site = try PipelineSite()
      site.write(InventedReport(event: 0, report: 0).file, to: "a.md")
      site.memory.fail(at: call, .refuses)
      do {
        try await site.sync()
        break
      } catch let error as PassError {
        stages.insert(error.stage)
        let path = try #require(error.path, "call \(call)")
        let place = error.stage == .remember ? site.site.stateDirectory : site.publicDirectory
        #expect(path.hasPrefix(place), "call \(call): \(error.stage)")
        #expect("\(error)".contains("no space left"), "call \(call)")
      }
    }
    // The calls that fail are those of files; a store in memory makes none.
    #expect(stages == (StoreKind.current == .jsonFiles ? [.remember, .publish] : [.publish]))
  }
}
