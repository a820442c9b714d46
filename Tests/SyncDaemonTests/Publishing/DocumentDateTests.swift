import Feeds
import Foundation
import Synchronization
import Testing

@testable import SyncDaemon

/// RFC 9110 §8.8.2: a client that has only a date must not be told that nothing changed when
/// something did.
@Suite("The dates of published documents")
struct DocumentDateTests {
  private let memory = MemoryFiles()
  private var target: DirectoryTarget {
    DirectoryTarget(directory: "/public", files: memory, compress: { _ in nil })
  }

  private func publish(_ text: String, at second: Double) async throws -> (sent: Date, file: Int64?)
  {
    let document = FeedDocument(
      path: "atom.xml", mediaType: "application/atom+xml", bytes: Array(text.utf8),
      lastModified: Date(timeIntervalSince1970: second))
    // A target of its own each time: nothing but the disk remembers.
    let dated = try await target.prepared(Publication(documents: [document]))
    try await target.publish(dated)
    return (dated.documents[0].lastModified, try memory.status("/public/atom.xml")?.modified)
  }

  @Test("a new document bears its own date")
  func fresh() async throws {
    let date = try await publish("one", at: 1000.25)

    #expect(date.sent == Date(timeIntervalSince1970: 1000.25))
    #expect(date.file == 1_000_250)
  }

  @Test(
    "other bytes bear a later second, whatever they say of their date",
    arguments: [1000.25, 1000.75, 900])
  func sameDate(second: Double) async throws {
    _ = try await publish("one", at: 1000.25)
    let date = try await publish("two", at: second)

    #expect(date.sent == Date(timeIntervalSince1970: 1001))
    #expect(date.file == 1_001_000)
  }

  @Test("each of several changes is a second later")
  func severalChanges() async throws {
    for (text, second) in [("one", 1000), ("two", 1001), ("one", 1002)] {
      #expect(try await publish(text, at: 1000).file == Int64(second) * 1000)
    }
  }

  @Test("the same bytes keep their date, and a later date of the entries counts")
  func sameBytes() async throws {
    _ = try await publish("one", at: 1000)
    #expect(try await publish("one", at: 1000).file == 1_000_000)
    #expect(try await publish("two", at: 2000.5).file == 2_000_500)
  }

  @Test("the same bytes go to every target with the date that they have, whatever they say of it")
  func datedOnce() async throws {
    _ = try await publish("one", at: 1000)
    let changed = try await publish("two", at: 1000)
    let again = try await publish("two", at: 1000)

    #expect(changed.sent == Date(timeIntervalSince1970: 1001))
    #expect(again.sent == changed.sent && again.file == changed.file)
  }

  @Test("other bytes are coded once, for every target; the same bytes are not coded again")
  func coded() async throws {
    let calls = Atomic(0)
    let target = DirectoryTarget(directory: "/public", files: memory) { bytes in
      calls.wrappingAdd(1, ordering: .relaxed)
      return Array(bytes.prefix(7))
    }
    let text = String(repeating: "<feed/>", count: 100)
    let document = FeedDocument(
      path: "atom.xml", mediaType: "application/atom+xml", bytes: Array(text.utf8),
      lastModified: Date(timeIntervalSince1970: 1000))
    for _ in 0..<2 {
      let prepared = try await target.prepared(Publication(documents: [document]))
      try await target.publish(prepared)
    }

    #expect(try memory.read("/public/atom.xml.gz") == Array("<feed/>".utf8))
    #expect(calls.load(ordering: .relaxed) == 1)
  }
}
