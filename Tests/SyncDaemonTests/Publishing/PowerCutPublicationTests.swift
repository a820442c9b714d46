import Feeds
import Foundation
import Testing

@testable import SyncDaemon

/// The state records a publication once the target returns, so no power cut may bring older
/// documents back.
@Suite("A power cut after a publication")
struct PowerCutPublicationTests {
  private func document(_ path: String, _ text: String) -> FeedDocument {
    FeedDocument(
      path: path, mediaType: "text/html", bytes: Array(text.utf8),
      lastModified: Date(timeIntervalSince1970: 1000))
  }

  @Test("leaves its documents and what it removed", arguments: [1, 40])
  func publication(pages: Int) async throws {
    let memory = MemoryFiles()
    let target = DirectoryTarget(directory: "/public", files: memory, compress: { _ in nil })
    for version in ["first", "second"] {
      let documents = (0..<pages).map { document("stories/s\($0)/index.html", version) }
      try await target.publish(
        Publication(documents: documents + [document("index.html", version)]))
    }
    try await target.publish(
      Publication(documents: [document("old.html", "x"), document("feed.xml", "x")]))
    try await target.publish(Publication(documents: [], removed: ["old.html", "never/was.html"]))

    let disk = memory.afterPowerCut()

    #expect(disk.text("/public/index.html") == "second")
    for page in 0..<pages { #expect(disk.text("/public/stories/s\(page)/index.html") == "second") }
    #expect(disk.text("/public/feed.xml") == "x")
    #expect(disk.text("/public/old.html") == nil)
  }
}
