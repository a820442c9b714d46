import Foundation
import NewsModel
import Stories
import Testing

@testable import SyncDaemon

// Over files alone, because the damage is done to files.
@Suite("Damage to the archive")
struct ArchiveDamageTests {
  private static let name = "/archive/00000001.jsonl"

  /// The kinds of damage to a document.
  enum Damage: CaseIterable {
    case missing, empty, cut, flipped, edited, otherDocument, newer
  }

  private func damage(_ ageing: AgeingSite, _ damage: Damage) throws -> String {
    let path = ageing.site.site.stateDirectory + Self.name
    let text = try #require(ageing.site.memory.text(path))
    let memory = ageing.site.memory
    switch damage {
    case .missing: try memory.remove(path)
    case .empty: memory.put("", at: path)
    case .cut: memory.put(String(text.prefix(text.count / 2)), at: path)
    case .flipped: memory.put(text.replacing("bridge", with: "bridgf"), at: path)
    case .edited: memory.put(text.replacing("\"line\"", with: "\"lime\"") + "{}\n", at: path)
    case .otherDocument:
      memory.put(
        String(
          decoding: StateLines.header(kind: "archive", generation: 1, schema: JSONStateStore.schema)
            + StateLines.transaction([]), as: UTF8.self), at: path)
    case .newer: memory.put(text.replacing("\"schema\":3", with: "\"schema\":9"), at: path)
    }
    return path
  }

  @Test(
    "a damaged document is refused precisely by who needs it, stops nothing else, and a full resync repairs it with the same ids",
    arguments: Damage.allCases)
  func damaged(_ damage: Damage) async throws {
    let ageing = try await AgeingSite.aged()
    let stories = try await ageing.stories()
    let path = try self.damage(ageing, damage)

    let refusal = await #expect(throws: StateError.self) { try await ageing.stories() }
    #expect(refusal?.path == path)
    #expect(try #require(refusal).description.contains("newsfold resync --full"))
    // A change that needs the document is reported; one that does not need it goes through.
    ageing.site.remove(ageing.name(0, 0))
    ageing.write(103, 0)
    let report = try await ageing.site.sync()
    #expect(report.changes.map(\.kind) == ["created"])
    #expect(report.notes.contains { $0.contains(path) })
    ageing.write(0, 0)
    ageing.site.remove(ageing.name(103, 0))

    try await ageing.site.sync(SyncRequest(isFull: true))

    #expect(try await ageing.stories() == stories)
    let isKept = try ageing.site.memory.list(ageing.site.site.stateDirectory + "/archive")
      .contains { $0.hasPrefix("00000001.jsonl.damaged-") }
    #expect(isKept == (damage != .missing))
    #expect(try await ageing.site.sync().notes.isEmpty)
  }

  @Test(
    "a late report waits, set aside, until what it may belong to can be read",
    arguments: [Damage.missing, .cut, .flipped])
  func lateReport(_ damage: Damage) async throws {
    let ageing = try await AgeingSite.aged()
    let path = ageing.site.site.stateDirectory + Self.name
    let sound = try #require(ageing.site.memory.text(path))
    _ = try self.damage(ageing, damage)
    ageing.write(0, 2)

    let report = try await ageing.site.sync()

    #expect(report.changes.isEmpty)
    #expect(report.setAside.map(\.path) == [ageing.name(0, 2)])
    #expect(report.setAside.first?.reason.contains(path) == true)

    ageing.site.memory.put(sound, at: path)
    let later = try await ageing.site.sync()
    #expect(later.setAside.isEmpty)
    #expect(later.changes.map(\.kind) == ["extended"])
  }

  @Test(
    "a look that stores nothing leaves every file as it is, whatever is damaged",
    arguments: Damage.allCases, [false, true])
  func dryRun(_ damage: Damage, isFull: Bool) async throws {
    for losesPublic in [false, true] {
      let ageing = try await AgeingSite.aged()
      _ = try self.damage(ageing, damage)
      if losesPublic { try ageing.site.memory.remove(ageing.site.publicDirectory + "/atom.xml") }
      for restarts in [false, true] {
        if restarts { ageing.site.restart() }
        let before = try ageing.site.memory.tree(ageing.site.site.root)

        // A start without the document is refused.
        _ = try? await ageing.site.sync(SyncRequest(isFull: isFull), isDryRun: true)

        #expect(try ageing.site.memory.tree(ageing.site.site.root) == before)
      }
    }
  }

  @Test(
    "a look that finds nothing published and a damaged document withdraws none of its stories",
    arguments: Damage.allCases, [false, true])
  func nothingPublished(_ damage: Damage, isFull: Bool) async throws {
    let ageing = try await AgeingSite.aged()
    let stories = try await ageing.stories()
    _ = try self.damage(ageing, damage)
    try ageing.site.memory.remove(ageing.site.publicDirectory + "/atom.xml")

    let report = try await ageing.site.sync(SyncRequest(isFull: isFull))

    #expect(report.changes.filter { $0.kind == "removed" }.isEmpty)
    #expect(try await ageing.stories() == stories)
    #expect(try await ageing.site.state.ledger.retired.isEmpty)
  }

  @Test("a start without a document that the state names is refused, and a rebuild repairs it")
  func missingAtStart() async throws {
    let ageing = try await AgeingSite.aged()
    let stories = try await ageing.stories()
    let path = try damage(ageing, .missing)
    ageing.site.restart()

    let refusal = await #expect(throws: StateError.self) { _ = try await ageing.site.opened() }

    #expect(
      refusal?.description
        == "state is not read: \(path):1: the document is missing. Restore the file from a backup, "
        + "or run `newsfold resync --full`, which rebuilds it from the articles and what was "
        + "published, with the same ids, and keeps the damaged file beside it.")
    var rebuilt = try await ageing.site.opened(rebuilds: true)
    _ = try await rebuilt.sync(SyncRequest(isFull: true))
    #expect(try await ageing.stories() == stories)
  }

  @Test(
    "an index that is missing, cut or of another document is made anew", arguments: [0, 1, 2, 3])
  func index(_ kind: Int) async throws {
    let ageing = try await AgeingSite.aged()
    let path = ageing.site.site.stateDirectory + Self.name + ".index"
    let memory = ageing.site.memory
    let bytes = try #require(try memory.read(path))
    switch kind {
    case 0: try memory.remove(path)
    case 1: try memory.write(Array(bytes.dropLast(3)), to: path)
    case 2: try memory.write([], to: path)
    default:
      memory.put(
        "newsfold archive index 1 0000 9223372036854775807 9223372036854775807\n", at: path)
    }
    ageing.site.restart()

    let report = try await ageing.site.sync()

    #expect(report.filesRead == 0)
    #expect(report.articles == 7)
    #expect(try memory.read(path) == bytes)
  }

  @Test("state of the version before the archive is read as it is")
  func older() async throws {
    let ageing = try await AgeingSite.aged(archives: false)
    let memory = ageing.site.memory
    for name in ["/journal.jsonl", "/snapshot.jsonl"] {
      let path = ageing.site.site.stateDirectory + name
      guard let text = memory.text(path) else { continue }
      memory.put(text.replacing("\"schema\":3", with: "\"schema\":1"), at: path)
    }
    let stories = try await ageing.stories()
    ageing.site.settings.archiveAfter = .seconds(16 * 86_400)
    ageing.site.restart()

    let report = try await ageing.site.sync()

    #expect(report.articlesArchived == 4)
    let journal = memory.text(ageing.site.site.stateDirectory + "/journal.jsonl")
    #expect(journal?.contains("\"schema\":3") == true)
    #expect(try await ageing.stories() == stories)
  }
}
