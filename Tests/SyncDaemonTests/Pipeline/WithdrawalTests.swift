import Foundation
import Glibc
import NewsModel
import Stories
import Synchronization
import Testing

@testable import SyncDaemon

/// Stories are withdrawn only if their files are gone, not if they could not be seen.
@Suite("Withdrawing", .overEachStore)
struct WithdrawalTests {
  private func name(_ event: Int) -> String { "event\(event).md" }

  /// A site that has published this number of stories.
  private func site(_ count: Int = 14, folder: String = "") async throws -> PipelineSite {
    let site = try PipelineSite()
    site.useDisk()
    for event in 0..<count {
      site.write(InventedReport(event: event, report: 0).file, to: folder + name(event))
    }
    try await site.sync()
    #expect(try await site.state.ledger.stories.count == count)
    return site
  }

  private func stories(_ site: PipelineSite) async throws -> Set<EntryID> {
    Set(try await site.state.ledger.stories.keys)
  }

  private func emptyDisk() throws -> TemporaryDirectory { try TemporaryDirectory(in: "/dev/shm") }

  @Test(
    "an unmounted disk withdraws nothing, however few files it had, in a pass, a restart, a dry run or a look at a part",
    .enabled(if: PipelineSite.hasOtherDisk), arguments: [3, 14])
  func unmounted(count: Int) async throws {
    let site = try await site(count, folder: "a/")
    let before = try await stories(site)
    let documents = try site.documents()
    let empty = try emptyDisk()
    site.mount(empty.path)

    let dry = try await site.sync(isDryRun: true)
    #expect(dry.missing.count == count && dry.changes.isEmpty)
    let part = try await site.sync(SyncRequest(paths: [site.file("a")]))
    #expect(part.missing.count == count && part.filesGone == 0)
    for absence in [SyncRequest.Absence.atOnce, .waits] {
      site.restart()
      site.uptime += .seconds(60)
      let report = try await site.sync(SyncRequest(absence: absence))
      #expect(report.missing.count == count)
      #expect(report.missing.first?.reason.contains("another file system") == true)
      #expect(report.changes.isEmpty && report.documentsWritten.isEmpty)
    }
    #expect(try await site.view.status().missing.count == count)
    #expect(try await stories(site) == before)

    site.remount()
    let back = try await site.sync()
    #expect(back.missing.isEmpty && back.changes.isEmpty && back.filesRead == 0)
    #expect(try site.documents() == documents)
    // A file that is deleted afterwards is gone.
    site.remove("a/" + name(0))
    #expect(try await site.sync().filesGone == 1)
  }

  @Test(
    "something mounted over the articles is read, and what was there is kept",
    .enabled(if: PipelineSite.hasOtherDisk))
  func mountedOver() async throws {
    let site = try await site(3)
    let other = try emptyDisk()
    other.write(InventedReport(event: 9, report: 0).file, to: "new.md")
    site.mount(other.path)

    let report = try await site.sync()

    #expect(report.missing.count == 3)
    #expect(try await stories(site).count == 4)
    // From now on the file system of the folder is known.
    other.remove(file: "new.md")
    #expect(try await site.sync().filesGone == 1)
    #expect(try await stories(site).count == 3)
  }

  @Test("most of a site gone at once is kept, until it returns or a person says that it is gone")
  func everythingGone() async throws {
    let site = try await site()
    let before = try await stories(site)
    for event in 0..<14 { site.remove(name(event)) }

    for _ in 0..<2 {
      let report = try await site.sync()
      #expect(report.missing.count == 14 && report.filesGone == 0)
      #expect(try await stories(site) == before)
      site.restart()
    }
    // A part of it returns; the rest is missing still.
    for event in 0..<9 { site.write(InventedReport(event: event, report: 0).file, to: name(event)) }
    let part = try await site.sync()
    #expect(part.missing.count == 5 && part.changes.isEmpty)

    let said = try await site.sync(SyncRequest(absence: .withdraws))
    #expect(said.missing.isEmpty && said.filesGone == 5)
    #expect(try await stories(site).count == 9)
    // They come back under their ids.
    for event in 9..<14 {
      site.write(InventedReport(event: event, report: 0).file, to: name(event))
    }
    try await site.sync()
    #expect(try await stories(site) == before)
  }

  @Test(
    "half of a site, or ten files of it, may be deleted at once", arguments: [(14, 7), (10, 10)])
  func ordinary(count: Int, deleted: Int) async throws {
    let site = try await site(count)
    for event in 0..<deleted { site.remove(name(event)) }

    let report = try await site.sync()

    #expect(report.missing.isEmpty && report.filesGone == deleted)
    #expect(try await stories(site).count == count - deleted)
  }

  @Test(
    "state lost while the disk is not there: nothing is stored, published or withdrawn until it is")
  func stateLost() async throws {
    let site = try await site()
    let before = try await stories(site)
    for event in 0..<14 { site.directory.rename("disk/" + name(event), to: name(event)) }
    try site.loseState()

    let documents = try site.documents()
    for _ in 0..<2 {
      let error = await #expect(throws: PassError.self) { try await site.sync() }
      #expect(error?.cause is ArticlesOutOfReach)
      #expect(try site.documents() == documents)
      site.restart()
    }
    for event in 0..<14 { site.directory.rename(name(event), to: "disk/" + name(event)) }
    let back = try await site.sync()
    #expect(back.missing.isEmpty && back.changes.isEmpty)
    #expect(try await stories(site) == before)
  }

  @Test("a folder that is renamed, with most of the site in it, is a move")
  func renamedFolder() async throws {
    let site = try await site(folder: "old/")
    let before = try await stories(site)
    let documents = try site.documents()
    site.directory.rename("disk/old", to: "disk/new")

    let report = try await site.sync()

    #expect(report.missing.isEmpty && report.filesGone == 14 && report.filesRead == 14)
    #expect(report.changes.isEmpty)
    #expect(try await stories(site) == before)
    #expect(try site.documents() == documents)
  }

  @Test(
    "a service withdraws what stayed away for withdraw_after, and not what came back by another name"
  )
  func serviceWaits() async throws {
    let site = try await site(3)
    let before = try await stories(site)
    site.remove(name(0))
    let gone = SyncRequest(paths: [site.file(name(0))], absence: .waits)

    #expect(try await site.sync(gone).filesWaiting == 1)
    site.uptime += .seconds(5)
    let early = try await site.sync(SyncRequest(absence: .waits))
    #expect(early.filesWaiting == 1 && early.changes.isEmpty)
    site.write(InventedReport(event: 0, report: 0).file, to: "back.md")
    let moved = try await site.sync(SyncRequest(paths: [site.file("back.md")], absence: .waits))
    #expect(moved.changes.isEmpty)
    site.uptime += .seconds(5)
    let settled = try await site.sync(SyncRequest(absence: .waits))
    #expect(settled.filesWaiting == 0 && settled.changes.isEmpty && settled.filesGone == 1)
    #expect(try await stories(site) == before)

    site.remove("back.md")
    try await site.sync(SyncRequest(absence: .waits))
    site.uptime += .seconds(10)
    #expect(try await site.sync(SyncRequest(absence: .waits)).filesGone == 1)
    #expect(try await stories(site).count == 2)
  }

  @Test(
    "files that are renamed while they are looked at are found, whichever they are, and keep their ids",
    arguments: [1, 4, 9])
  func renamedInFlight(after count: Int) async throws {
    let site = try await site(10)
    let before = try await stories(site)
    let flight = RenamesInFlight(in: site.directory["disk"], after: count)
    site.onProgress = { stage in if stage == .scan { flight.step() } }
    for _ in 0..<6 {
      flight.begin()
      let report = try await site.sync()
      #expect(report.missing.isEmpty && report.changes.isEmpty, "after \(count)")
      #expect(try await stories(site) == before, "after \(count)")
    }
    #expect(try await site.state.ledger.retired.isEmpty)
    #expect(flight.renames >= 6)
  }

  @Test("a pass that is stopped in its scan or in its read decides nothing")
  func stopped() async throws {
    let site = try await site(5)
    let before = try await stories(site)
    for event in 0..<5 { site.remove(name(event)) }
    site.write(InventedReport(event: 7, report: 0).file, to: "new.md")
    for stage in [PassStage.scan, .read] {
      let reached = Atomic<Bool>(false)
      site.onProgress = { if $0 == stage { reached.store(true, ordering: .relaxed) } }
      site.isStopping = { reached.load(ordering: .relaxed) }
      await #expect(throws: PassInterrupted.self) { try await site.sync() }
      let wasReached = reached.load(ordering: .relaxed)
      #expect(wasReached)
    }
    site.restart()
    #expect(try await stories(site) == before)
  }
}
