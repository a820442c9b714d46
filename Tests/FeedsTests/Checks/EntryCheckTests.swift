import Foundation
import NewsModel
import Testing

@testable import Feeds

@Suite("The check of one entry")
struct EntryCheckTests {
  private let feed = SampleSite.feed
  private var entry: Entry { feed.entries[0] }

  @Test("finds nothing in the entries of a feed that passes")
  func sound() {
    let check = EntryCheck(for: feed)
    #expect(feed.entries.count > 2)
    for entry in feed.entries { #expect(check.fault(of: entry) == nil) }
  }

  @Test(
    "finds a title of which nothing is left",
    arguments: ["", "\u{FFFD}", "\u{FFFD}\u{FFFE}", "\u{0}\u{1}"])
  func title(_ title: String) {
    var entry = entry
    entry.title = title
    #expect(EntryCheck(for: feed).fault(of: entry) != nil)
  }

  @Test("takes a title without letters", arguments: ["2026", "100%", "😀", "—"])
  func oddTitle(_ title: String) {
    var entry = entry
    entry.title = title
    #expect(EntryCheck(for: feed).fault(of: entry) == nil)
  }

  @Test("finds an entry that was updated before it was published")
  func dates() {
    var entry = entry
    entry.published = entry.updated + 1
    #expect(
      EntryCheck(for: feed).fault(of: entry) == .updatedBeforePublished(entry.id))
  }

  @Test("says what the check of a whole document would say, whatever is wrong")
  func sameAsDocument() throws {
    var faults = 0
    let changes: [(inout Entry) -> Void] = [
      { $0.title = "\u{FFFD}" }, { $0.link = "/relative/" }, { $0.published = $0.updated + 1 },
      { $0.coverage[0].url = "relative" }, { $0.html = "<p><a href=\"x\">y</a></p>" },
      { $0.title = "<b>bold</b> & more" }, { $0.tags = ["", "<x>"] }, { $0.summary = "" },
      { $0.authors = [Person(name: "")] }, { _ in },
    ]
    for (number, change) in changes.enumerated() {
      var entry = entry
      entry.textExtent = .full
      change(&entry)
      var alone = feed
      (alone.entries, alone.tombstones, alone.updated) = ([entry], [], entry.updated)
      let isRefused = FeedFormats.all.contains { format in
        (try? DocumentCheck().check(format.document(of: alone))) == nil
      }
      let fault = EntryCheck(for: feed).fault(of: entry)
      // It may find more than a document would tell, never less.
      #expect(!isRefused || fault != nil, "change \(number)")
      if fault != nil { faults += 1 }
    }
    #expect(faults >= 3)
  }
}
