import Glibc
import SeededRandom
import Testing

@testable import SyncDaemon

@Suite("InotifyWatcher")
struct InotifyWatcherTests {
  private let directory: TemporaryDirectory
  private let clock = ManualClock()

  init() throws {
    directory = try TemporaryDirectory()
    directory.make(directory: "in")
  }

  /// A watcher of `in`, with its watches in place.
  private func start(
    roots: [String]? = nil, isIgnored: @escaping @Sendable (String) -> Bool = { _ in false }
  ) async throws -> (InotifyWatcher<ManualClock>, WatchRecorder) {
    let watcher = try InotifyWatcher(
      roots: roots ?? [directory["in"]], times: SettlingTimes(), clock: clock,
      rootCheck: .milliseconds(20), isIgnored: isIgnored)
    let recorder = WatchRecorder(watcher, clock)
    await recorder.take("started") { $0.reasons.contains(.started) }
    return (watcher, recorder)
  }

  @Test("a file that is written and closed is told")
  func write() async throws {
    let (_, recorder) = try await start()

    directory.write(to: "in/a.txt")

    await recorder.take("a.txt") { $0.told == [directory["in/a.txt"]] }
  }

  @Test("what was there before is left to the scan that the first event asks for")
  func existing() async throws {
    directory.write(to: "in/old.txt")
    let (_, recorder) = try await start()
    directory.write(to: "in/new.txt")

    await recorder.take("new.txt") { $0.told == [directory["in/new.txt"]] }
  }

  @Test("an atomic save tells the final name only")
  func atomicSave() async throws {
    let (_, recorder) = try await start { $0.hasSuffix(".tmp") }
    directory.write(to: "in/a.txt")
    await recorder.take("a.txt") { $0.told.count == 1 }

    directory.write("longer text", to: "in/.a.tmp")
    directory.rename("in/.a.tmp", to: "in/a.txt")

    let count = recorder.events.count
    await recorder.take("a.txt again") { $0.events.count > count }
    #expect(recorder.events.last == .changed(settled: [directory.file("in/a.txt")], removed: []))
  }

  @Test("a rename tells both names in one event")
  func rename() async throws {
    directory.write(to: "in/a.txt")
    let (_, recorder) = try await start()

    directory.rename("in/a.txt", to: "in/b.txt")

    await recorder.take("b.txt") { !$0.told.isEmpty }
    #expect(
      recorder.events.last
        == .changed(settled: [directory.file("in/b.txt")], removed: [directory.file("in/a.txt")]))
  }

  @Test("a rename from one root to another is told whole, too")
  func renameAcrossRoots() async throws {
    directory.make(directory: "other")
    directory.write(to: "in/a.txt")
    let (watcher, recorder) = try await start(roots: [directory["in"], directory["other"]])
    #expect(watcher.status.watches == 2)

    directory.rename("in/a.txt", to: "other/a.txt")

    await recorder.take("other/a.txt") { !$0.told.isEmpty }
    #expect(
      recorder.events.last
        == .changed(
          settled: [directory.file("other/a.txt")], removed: [directory.file("in/a.txt")]))
  }

  @Test("directories made at any depth are watched, and what they hold is told")
  func newDirectories() async throws {
    let (watcher, recorder) = try await start()

    var path = "in"
    for level in 0..<40 {
      path += "/level\(level)"
      directory.make(directory: path)
    }
    directory.write(to: path + "/deep.txt")

    await recorder.take("deep.txt") { $0.told == [directory[path + "/deep.txt"]] }
    await eventually("41 watches") { watcher.status.watches == 41 }
    directory.write(to: path + "/deeper.txt")
    await recorder.take("deeper.txt") { $0.told.count == 2 }
  }

  @Test("a directory that is moved in is told with all its files, and watched")
  func moveIn() async throws {
    directory.make(directory: "out")
    directory.make(directory: "out/sub")
    directory.write(to: "out/1.txt")
    directory.write(to: "out/sub/2.txt")
    let (_, recorder) = try await start()

    directory.rename("out", to: "in/moved")

    let expected: Set = [directory["in/moved/1.txt"], directory["in/moved/sub/2.txt"]]
    await recorder.take("moved files") { $0.told == expected }
    directory.write(to: "in/moved/sub/3.txt")
    await recorder.take("3.txt") { $0.told.count == 3 }
  }

  @Test("a directory that is moved out is told as gone, and is watched no more")
  func moveOut() async throws {
    directory.make(directory: "in/sub")
    directory.make(directory: "in/sub/below")
    directory.write(to: "in/sub/1.txt")
    let (watcher, recorder) = try await start()
    #expect(watcher.status.watches == 3)

    directory.rename("in/sub", to: "out")
    directory.write(to: "out/below/unseen.txt")
    directory.write(to: "in/seen.txt")

    await recorder.take("seen.txt") { $0.told == [directory["in/seen.txt"]] }
    #expect(recorder.removed == [directory["in/sub"]])
    await eventually("one watch is left") { watcher.status.watches == 1 }
  }

  @Test("a directory that is renamed is told as gone and as new, and its files by their new paths")
  func renameDirectory() async throws {
    directory.make(directory: "in/a")
    directory.make(directory: "in/a/below")
    directory.write(to: "in/a/below/1.txt")
    let (watcher, recorder) = try await start()

    directory.rename("in/a", to: "in/b")

    await recorder.take("b/below/1.txt") { $0.told == [directory["in/b/below/1.txt"]] }
    #expect(recorder.removed == [directory["in/a"]])
    directory.write(to: "in/b/below/2.txt")
    await recorder.take("b/below/2.txt") { $0.told.count == 2 }
    await eventually("3 watches") { watcher.status.watches == 3 }
  }

  @Test("removing files and directories is told")
  func remove() async throws {
    directory.make(directory: "in/sub")
    directory.write(to: "in/sub/1.txt")
    let (watcher, recorder) = try await start()

    directory.remove(file: "in/sub/1.txt")
    rmdir(directory["in/sub"])

    await recorder.take("removals") { $0.removed.contains(directory["in/sub"]) }
    #expect(recorder.removed.contains(directory["in/sub/1.txt"]))
    await eventually("one watch is left") { watcher.status.watches == 1 }
  }

  @Test("a link that is made is told: nobody will close it")
  func links() async throws {
    directory.write(to: "source.txt")
    let (_, recorder) = try await start()

    link(directory["source.txt"], directory["in/hard.txt"])
    symlink(directory["source.txt"], directory["in/soft.txt"])

    let expected: Set = [directory["in/hard.txt"], directory["in/soft.txt"]]
    await recorder.take("links") { $0.told == expected }
  }

  @Test("a file that becomes readable is told, so that it is tried again")
  func modeChange() async throws {
    directory.write(to: "in/a.txt")
    chmod(directory["in/a.txt"], 0o000)
    let (_, recorder) = try await start()

    chmod(directory["in/a.txt"], 0o644)

    await recorder.take("a.txt") { $0.told == [directory["in/a.txt"]] }
  }

  @Test(
    "a root that goes away and comes back is said and watched again; its files are not told as gone"
  )
  func rootReturns() async throws {
    directory.write(to: "in/a.txt")
    let (watcher, recorder) = try await start()
    let root = directory["in"]

    directory.rename("in", to: "elsewhere")
    await recorder.take("root missing") { $0.reasons.contains(.rootMissing(root)) }
    #expect(watcher.status.missingRoots == [root])
    directory.rename("elsewhere", to: "in")
    await recorder.take("root returned") { $0.reasons.contains(.rootReturned(root)) }
    directory.write(to: "in/b.txt")

    await recorder.take("b.txt") { $0.told == [directory["in/b.txt"]] }
    #expect(recorder.removed.isEmpty)
    #expect(watcher.status.missingRoots.isEmpty)
  }

  @Test("a root that is replaced by another directory is noticed")
  func rootReplaced() async throws {
    directory.make(directory: "new")
    directory.write(to: "new/x.txt")
    let (_, recorder) = try await start()

    directory.rename("in", to: "old")
    directory.rename("new", to: "in")

    await recorder.take("root") { $0.reasons.contains(.rootReturned(directory["in"])) }
    directory.write(to: "in/y.txt")
    await recorder.take("y.txt") { $0.told.contains(directory["in/y.txt"]) }
  }

  @Test("a root that is missing at first is said, and watched when it appears")
  func rootAppears() async throws {
    let late = directory["late"]
    let (_, recorder) = try await start(roots: [directory["in"], late])
    #expect(recorder.reasons.contains(.rootMissing(late)))

    directory.make(directory: "late")

    await recorder.take("late") { $0.reasons.contains(.rootReturned(late)) }
    directory.write(to: "late/x.txt")
    await recorder.take("x.txt") { $0.told == [late + "/x.txt"] }
  }

  @Test("names that are no UTF-8, and names that only look the same, are told like others")
  func names() async throws {
    let (_, recorder) = try await start()
    let folder: FilePath = #"in/f\xFE"#
    let names: [FilePath] = [#"a\xFF.txt"#, "caf\u{e9}.txt", "cafe\u{301}.txt"]
    mkdir(FilePath(directory.path).appending(folder).cString, 0o755)

    for name in names { directory.write(to: folder.appending(name)) }

    let root = FilePath(directory.path)
    let expected = Set(names.map { root.appending(folder).appending($0) })
    // Compared as paths, because two texts that only look the same are equal in a set of texts.
    await recorder.take("three names") { recorder in
      var told: Set<FilePath> = []
      for case .changed(let settled, _) in recorder.events { told.formUnion(settled) }
      return told == expected
    }
  }

  @Test("an ignored directory is not entered")
  func ignoredDirectory() async throws {
    let (watcher, recorder) = try await start { $0.hasSuffix("/public") }

    directory.make(directory: "in/public")
    directory.write(to: "in/public/atom.xml")
    directory.write(to: "in/a.txt")

    await recorder.take("a.txt") { !$0.told.isEmpty }
    #expect(recorder.told == [directory["in/a.txt"]])
    #expect(watcher.status.watches == 1)
  }

  @Test("files found too fresh are told again when they have settled")
  func recheck() async throws {
    directory.write(to: "in/a.txt")
    let (watcher, recorder) = try await start()

    watcher.recheck([directory.file("in/a.txt")])

    await recorder.take("a.txt") { $0.told == [directory["in/a.txt"]] }
  }

  @Test("after it is stopped there are no more events")
  func stop() async throws {
    let (watcher, _) = try await start()

    watcher.stop()

    #expect(await watcher.next() == nil)
  }

  @Test(
    "random histories of a tree end with every file told and nothing else", arguments: 0..<12)
  func histories(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let (_, recorder) = try await start()
    var changes = TreeChanges(directory: directory, root: "in")

    for _ in 0..<150 { changes.make(using: &generator) }

    directory.write(to: "in/last.txt")
    await recorder.take("the last file, seed \(seed)") {
      $0.told.contains(directory["in/last.txt"])
    }
    let expected = changes.files.union(["in/last.txt"])
    let paths = Set(expected.map { directory[$0] })
    await recorder.take("all files, seed \(seed)") { $0.told == paths }
    #expect(paths.subtracting(recorder.told).isEmpty, "not told, seed \(seed)")
    #expect(recorder.told.subtracting(paths).isEmpty, "wrongly told, seed \(seed)")
  }
}
