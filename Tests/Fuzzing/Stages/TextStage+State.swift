import FoundationEssentials
import NewsModel
import Stories

@testable import SyncDaemon
@testable import TextStages

extension TextStage {
  /// The loaders of what newsfold remembers, and of what it finds published when that is lost.
  static let state: [TextStage] = [
    // Whatever a broken disk makes of the file.
    TextStage(name: "state-file", kind: .data) { load($0) },
    TextStage(name: "state-lines", kind: .data) { load(header + $0) },
    // Records that the digests vouch for: another program of ours may have written them.
    TextStage(name: "state-records", kind: .data) { bytes in
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      let body = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
      let commit =
        #"{"commit":{"digest":"\#(ContentDigest(body).hex(digits: 32))","#
        + #""records":\#(lines.count)}}"# + "\n"
      load(header + body + Array(commit.utf8))
    },
    TextStage(name: "published-story", kind: .data) { recover($0, "story.json") },
    TextStage(name: "published-feed", kind: .data) { recover($0, PublishedFeed.name) },
  ]

  private static let header = StateLines.header(
    kind: "snapshot", generation: 1, schema: JSONStateStore.schema)

  private static func load(_ bytes: [UInt8]) {
    var store = JSONStateStore(
      directory: "/quay/state", files: OneFile(name: "snapshot.jsonl", bytes: bytes))
    do {
      use(try store.load())
    } catch {
      promise(error.description.contains("snapshot.jsonl"), "an error names no file")
    }
  }

  private static func recover(_ bytes: [UInt8], _ name: String) {
    let files = OneFile(name: name, bytes: bytes)
    let recovery = PublishedRecovery(
      published: PublishedDocuments(directory: "/quay/public", files: files))
    do {
      let recovered = try recovery.recover(feedNames: [""])
      var state = SyncState()
      for record in recovered.records { state.apply(record) }
      use(state)
    } catch {
      fatalError("files that can be read are not read: \(error)")
    }
  }

  /// Asks a state what a service asks it, and writes it and reads it again.
  private static func use(_ state: SyncState) {
    for id in state.ledger.retired.keys { _ = state.survivorSlug(of: id) }
    for id in state.renamed.keys { _ = state.currentName(of: id) }
    _ = state.renames(to: Array(state.articles.keys))
    _ = (state.setAside, state.missingFiles, state.leftOut)
    var second = SyncState()
    do {
      let contents = try StateLines.parse(
        header + StateLines.transaction(state.records()), path: "again", kind: "snapshot",
        schema: JSONStateStore.schema)
      for record in contents.records { second.apply(record) }
    } catch {
      fatalError("a state that was written is not read: \(error)")
    }
    promise(
      StateLines.transaction(second.records()) == StateLines.transaction(state.records()),
      "a state is another one after it was written")
  }
}
