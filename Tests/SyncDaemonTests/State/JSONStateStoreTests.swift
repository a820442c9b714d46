import FoundationEssentials
import NewsModel
import SyncDaemon
import Testing

@Suite("JSONStateStore")
struct JSONStateStoreTests {
  private func file(_ number: Int) -> StateRecord {
    .file(FileRecord(path: FilePath("file\(number).txt"), byteCount: 1, modified: 2, digest: "d"))
  }

  private func paths(_ state: SyncState) -> [FilePath] { state.files.keys.sorted() }

  @Test("remembers what was appended")
  func roundTrip() throws {
    let files = MemoryFiles()
    var store = JSONStateStore(directory: "/state", files: files)
    _ = try store.load()
    try store.append([file(1), file(2)])
    try store.append([.fileGone("file1.txt"), file(3)])

    var again = JSONStateStore(directory: "/state", files: files.afterPowerCut())
    let state = try again.load()

    #expect(paths(state) == ["file2.txt", "file3.txt"])
  }

  @Test("drops an unfinished transaction at the end, and goes on behind the last whole one")
  func tornTail() throws {
    let files = MemoryFiles()
    var store = JSONStateStore(directory: "/state", files: files)
    _ = try store.load()
    try store.append([file(1)])
    let whole = try #require(files.text("/state/journal.jsonl"))
    try store.append([file(2)])
    let both = try #require(files.text("/state/journal.jsonl"))

    for length in whole.utf8.count..<both.utf8.count {
      let torn = MemoryFiles()
      torn.put(String(both.prefix(length)), at: "/state/journal.jsonl")
      var again = JSONStateStore(directory: "/state", files: torn)
      #expect(paths(try again.load()) == ["file1.txt"], "cut at \(length)")
      try again.append([file(3)])
      var third = JSONStateStore(directory: "/state", files: torn)
      #expect(paths(try third.load()) == ["file1.txt", "file3.txt"], "cut at \(length)")
    }
  }

  @Test("refuses a file that was changed by hand, and names the line")
  func editedByHand() throws {
    let files = MemoryFiles()
    var store = JSONStateStore(directory: "/state", files: files)
    _ = try store.load()
    try store.append([file(1)])
    let text = try #require(files.text("/state/journal.jsonl"))
    files.put(text.replacing("file1", with: "fileX"), at: "/state/journal.jsonl")
    var again = JSONStateStore(directory: "/state", files: files)

    let error = #expect(throws: StateError.self) { try again.load() }

    #expect(
      error
        == .damaged(
          path: "/state/journal.jsonl", line: 3,
          reason: "the lines before this commit are not those that newsfold wrote"))
  }

  @Test("refuses state of a later schema and says what to do")
  func newer() throws {
    let files = MemoryFiles()
    files.put(
      #"{"newsfold":{"generation":0,"kind":"journal","schema":99}}"# + "\n",
      at: "/state/journal.jsonl")
    var store = JSONStateStore(directory: "/state", files: files)

    let error = #expect(throws: StateError.self) { try store.load() }

    #expect(
      error?.description
        == "state is not read: /state/journal.jsonl:1: its schema is 99, this newsfold knows 3. "
        + "Install the newsfold that wrote it, or run `newsfold resync --full` to rebuild it.")
  }

  @Test("sets damaged state aside under a name of its own")
  func setsAside() throws {
    let files = MemoryFiles()
    files.put("nonsense\n", at: "/state/snapshot.jsonl")
    var store = JSONStateStore(directory: "/state", files: files)

    try store.setAside()
    try store.append([file(1)])

    #expect(try files.list("/state").contains { $0.hasPrefix("snapshot.jsonl.damaged-") })
    #expect(paths(try store.load()) == ["file1.txt"])
  }

  @Test("a snapshot holds the same state as the journal that it replaces")
  func snapshot() throws {
    let files = MemoryFiles()
    var store = JSONStateStore(directory: "/state", files: files)
    _ = try store.load()
    try store.append((0..<50).map(file))
    let state = try store.load()

    try store.writeSnapshot(state)
    try store.append([file(99)])

    var again = JSONStateStore(directory: "/state", files: files.afterPowerCut())
    let loaded = try again.load()
    #expect(paths(loaded).count == 51)
  }

  @Test(
    "whatever call fails, and however, nothing that was remembered is lost",
    arguments: MemoryFiles.Failure.allCases)
  func faults(failure: MemoryFiles.Failure) throws {
    var call = 1
    while true {
      let files = MemoryFiles()
      var store = JSONStateStore(directory: "/state", files: files)
      _ = try store.load()
      files.fail(at: call, failure)
      var remembered: Set<FilePath> = []
      var attempted: Set<FilePath> = []
      var hasFailed = false
      for number in 0..<6 {
        attempted.insert(FilePath("file\(number).txt"))
        do {
          try store.append([file(number)])
          remembered.insert(FilePath("file\(number).txt"))
          if number == 3 {
            var state = SyncState()
            for name in remembered.sorted() {
              state.apply(
                .file(FileRecord(path: name, byteCount: 1, modified: 2, digest: "d")))
            }
            try store.writeSnapshot(state)
          }
        } catch {
          hasFailed = true
        }
      }

      for disk in [files.afterPowerCut(), files.afterKill()] {
        var again = JSONStateStore(directory: "/state", files: disk)
        let found = Set(try again.load().files.keys)
        let comment = Comment(rawValue: "\(failure) at call \(call)")
        #expect(remembered.isSubset(of: found), comment)
        #expect(found.isSubset(of: attempted), comment)
        try again.append([file(7)])
        #expect(try again.load().files["file7.txt"] != nil, comment)
      }
      if !hasFailed { break }
      call += 1
    }
    // Each append is two calls at least, so that a loop that ended at once would have tested
    // nothing.
    #expect(call > 12)
  }
}
