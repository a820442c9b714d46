import Feeds
import FoundationEssentials
import NewsModel
import Testing

@testable import SyncDaemon

/// The promises of a `StateStore`, which every store keeps.
@Suite("StateStore", .overEachStore)
struct StateStoreTests {
  private let site: PipelineSite

  init() throws { site = try PipelineSite() }

  private func file(_ number: Int) -> StateRecord {
    .file(FileRecord(path: FilePath("file\(number).txt"), byteCount: 1, modified: 2, digest: "d"))
  }

  @Test("what was appended is what a later process loads, in the order of appending")
  func records() throws {
    var store = site.openStore
    #expect(try store.load() == SyncState())
    try store.append([file(1), file(2)])
    try store.append([])
    try store.append([.fileGone("file1.txt"), file(3)])

    var again = site.openStore
    #expect(try again.load().files.keys.sorted() == ["file2.txt", "file3.txt"])
  }

  @Test("compacting changes nothing that is loaded")
  func compacting() throws {
    var store = site.openStore
    _ = try store.load()
    for number in 0..<200 { try store.append([file(number), file(0)]) }
    let state = try store.load()
    try store.compact(state, released: 1 << 30)
    try store.append([file(200)])

    var again = site.openStore
    #expect(try again.load().files.count == 201)
  }

  @Test("state that was set aside is gone, and the store begins anew")
  func setAside() throws {
    var store = site.openStore
    _ = try store.load()
    try store.append([file(1)])
    try store.setAside()
    try store.append([file(2)])

    var again = site.openStore
    #expect(try again.load().files.keys.sorted() == ["file2.txt"])
  }

  @Test("the right to write belongs to one, who is named to the others, and ends with its holder")
  func hold() throws {
    // A lock is one of the system's, which the other files of this test are not.
    site.directory.make(directory: "state")
    let store = site.openStore
    #expect(store.holder == nil)
    var held: (any SiteHold)? = try store.hold(for: .service, since: "2026-03-20T12:00:00Z")
    #expect(store.holder?.task == .service && store.holder?.since == "2026-03-20T12:00:00Z")

    let error = #expect(throws: SiteLockError.self) {
      try site.openStore.hold(for: .pass, since: "later")
    }
    guard case .held(_, let holder) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(holder == store.holder)

    withExtendedLifetime(held) {}
    held = nil
    #expect(store.holder == nil)
    withExtendedLifetime(try site.openStore.hold(for: .pass, since: "later")) {
      #expect(store.holder?.task == .pass)
    }
  }

  @Test("notes are added to, replaced, and read by a later process; each name has its own")
  func notes() throws {
    let notes = site.openStore.notes("changes.jsonl")
    #expect(notes.read() == nil && notes.byteCount == 0)
    try notes.replace(with: Array("one\n".utf8))
    try notes.append(Array("two\n".utf8))

    let again = site.openStore.notes("changes.jsonl")
    #expect(again.read() == Array("one\ntwo\n".utf8) && again.byteCount == 8)
    try again.replace(with: Array("x".utf8))
    #expect(notes.read() == Array("x".utf8))
    #expect(site.openStore.notes("deltas.json").read() == nil)
  }

  @Test("the date of a document is remembered before it is visible, and by a later process")
  func dates() async throws {
    let store = site.openStore
    #expect(try store.dates.date(of: "atom.xml") == nil)
    let target = DirectoryTarget(
      directory: site.publicDirectory, files: site.memory, dates: store.dates,
      compress: { _ in nil })
    for (text, second) in [("one", 1000.0), ("two", 1001)] {
      let document = FeedDocument(
        path: "atom.xml", mediaType: "application/atom+xml", bytes: Array(text.utf8),
        lastModified: Date(timeIntervalSince1970: 1000))
      let dated = try await target.prepared(Publication(documents: [document]))
      try await target.publish(dated)
      #expect(dated.documents[0].lastModified == Date(timeIntervalSince1970: second))
      #expect(
        try site.openStore.dates.date(of: "atom.xml") == Date(timeIntervalSince1970: second))
    }
  }

  @Test("a document of the archive is there until it is removed, and its number is not used again")
  func documents() throws {
    let documents = site.openStore.documents
    #expect(try documents.numbers().isEmpty && documents.greatestNumber() == 0)
    try documents.write([1, 2], index: [3], as: 1)
    try documents.write([4], index: [5], as: 2)

    let again = site.openStore.documents
    #expect(try again.numbers() == [1, 2] && again.greatestNumber() == 2)
    #expect(try again.read(1) == [1, 2] && again.readIndex(1) == [3])
    try again.remove(1)
    try again.remove(1)
    try again.setAside(2)
    #expect(try documents.numbers().isEmpty)
    #expect(try documents.read(2) == nil && documents.readIndex(2) == nil)
    #expect(try documents.greatestNumber() == 2)
  }
}
