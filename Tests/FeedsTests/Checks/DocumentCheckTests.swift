import FoundationEssentials
import NewsModel
import SeededRandom
import Testing

@testable import Feeds

@Suite("DocumentCheck")
struct DocumentCheckTests {
  private static func fault(
    _ document: FeedDocument, isKnown: (@Sendable (EntryID) -> Bool)? = nil
  ) -> DocumentFault? {
    do throws(DocumentError) {
      try DocumentCheck(isKnown: isKnown).check(document)
      return nil
    } catch {
      return error.fault
    }
  }

  @Test(
    "everything that is rendered passes, however nasty the texts", arguments: TextExtent.allCases)
  func passes(extent: TextExtent) throws {
    for feed in [
      Sample.feed(SampleSite.entries, extent: extent), NastyFeed.feed(extent), SampleSite.feed,
    ] {
      let site = SiteDescription(main: feed)
      var documents = FeedFormats.all.map { $0.document(of: feed) }
      let pages = SitePages(site: site)
      documents += pages.documents(of: feed) + pages.ofSite + SitePages.sharedFiles
      documents += feed.entries.map { StoryPage(site: site).document(of: $0) }
      documents += feed.tombstones.map { GonePage(site: site).document(of: $0) }
      documents += feed.tombstones.map { MovedPage(site: site).document(of: $0) }

      for document in documents { try DocumentCheck().check(document) }
    }
  }

  @Test("a document cut anywhere is refused", arguments: ["atom.xml", "rss.xml", "feed.json"])
  func cut(name: String) throws {
    let whole = try #require(FeedFormats.all.first { $0.fileName == name }).document(
      of: Sample.feed())
    for count in stride(from: 0, to: whole.bytes.count - 2, by: 97) {
      var document = whole
      document.bytes.removeLast(document.bytes.count - count)

      guard case .notWellFormed? = Self.fault(document) else {
        Issue.record("\(name) cut after \(count) bytes passes")
        return
      }
    }
  }

  @Test("faults are found in every format", arguments: FeedFormats.all.map(\.fileName))
  func faults(name: String) throws {
    let format = try #require(FeedFormats.all.first { $0.fileName == name })
    func fault(of feed: Feed) -> DocumentFault? { Self.fault(format.document(of: feed)) }
    let (first, second) = (Sample.entry("a", minute: 10), Sample.entry("b", minute: 20))

    #expect(fault(of: Sample.feed([second, first])) == nil)
    #expect(fault(of: Sample.feed([first, first])) == .duplicateID(first.id))
    #expect(fault(of: Sample.feed([first, second])) == .entriesOutOfOrder(second.id))

    var early = second
    early.published = Sample.date(30)
    #expect(fault(of: Sample.feed([early])) == .updatedBeforePublished(second.id))

    var old = Sample.feed([second])
    old.updated = Sample.date(19)
    #expect(fault(of: old) == .feedOlderThanEntry(second.id))

    var relative = second
    relative.link = "/stories/b/"
    guard case .relativeURL("/stories/b/", _)? = fault(of: Sample.feed([relative])) else {
      Issue.record("a relative link passes")
      return
    }
    var untitled = second
    untitled.title = ""
    guard case .missing("title", _)? = fault(of: Sample.feed([untitled])) else {
      Issue.record("an entry without a title passes")
      return
    }
  }

  @Test("an id that no story has is refused", arguments: FeedFormats.all.map(\.fileName))
  func unknown(name: String) throws {
    let document = try #require(FeedFormats.all.first { $0.fileName == name })
      .document(of: Sample.feed())

    #expect(Self.fault(document) { $0 == Sample.id("ferry") } == nil)
    #expect(Self.fault(document) { _ in false } == .unknownID(Sample.id("ferry")))
  }

  @Test(
    "the next version is judged as if nothing had been read before, whatever happened to it",
    arguments: FeedFormats.all.map(\.fileName), [UInt64](1...12))
  func nextVersion(name: String, seed: UInt64) throws {
    let format = try #require(FeedFormats.all.first { $0.fileName == name })
    var chance = SeededGenerator(seed: seed)
    var feed = SampleSite.feed
    var passed = CheckedEntries()
    for _ in 0..<25 {
      // A new entry, one that changed, one that left; and now and then bytes that no writer would
      // write.
      let minute = 900 + Int.random(in: 0..<900, using: &chance)
      if Bool.random(using: &chance) {
        feed.entries.insert(Sample.entry("new-\(minute)", minute: minute), at: 0)
        feed.updated = Sample.date(minute)
      }
      if let index = feed.entries.indices.randomElement(using: &chance) {
        feed.entries[index].summary = "It changed to \(minute)."
      }
      if feed.entries.count > 3, let index = feed.entries.indices.randomElement(using: &chance) {
        feed.entries.remove(at: index)
      }
      var document = format.document(of: feed)
      if Int.random(in: 0..<3, using: &chance) == 0 { document.bytes.damage(&chance) }

      let alone = Self.fault(document)
      var fault: DocumentFault?
      do throws(DocumentError) {
        try DocumentCheck().check(document, passed: &passed)
      } catch {
        fault = error.fault
      }

      #expect((fault == nil) == (alone == nil), "seed \(seed): \(fault as Any), \(alone as Any)")
    }
  }

  @Test("an entry that passed is not read again", arguments: FeedFormats.all.map(\.fileName))
  func readOnce(name: String) throws {
    let format = try #require(FeedFormats.all.first { $0.fileName == name })
    let document = format.document(of: SampleSite.feed)
    var passed = CheckedEntries()
    var counts: [Int] = []
    for _ in 0..<2 {
      let slices = try #require(document.slices)
      _ = try passed.feed(document.bytes, slices) { bytes throws(DocumentFault) in
        counts.append(FeedSlices(path: document.path, bytes: bytes)?.slices.count ?? 0)
        return CheckedFeed(
          latest: Sample.date(0),
          entries: (0..<(counts.last ?? 0)).map {
            CheckedFeed.Entry(
              id: Sample.id("\($0)"), published: Sample.date(0), updated: Sample.date(0))
          })
      }
    }

    #expect(counts == [SampleSite.feed.entries.count, 1])
  }

  @Test("what passed under one root element is read again under another")
  func otherRoot() throws {
    var feed = SampleSite.feed
    // The first entry is read in any case.
    feed.entries.insert(Sample.entry("new", minute: 900), at: 0)
    feed.updated = Sample.date(900)
    var document = AtomFormat().document(of: feed)
    var passed = CheckedEntries()
    try DocumentCheck().check(document, passed: &passed)

    // An entry with a picture is well-formed only as long as the prefix is declared.
    document.bytes = Array(
      document.text.replacing(" xmlns:media=\"http://search.yahoo.com/mrss/\"", with: "").utf8)

    #expect(throws: DocumentError.self) {
      try DocumentCheck().check(document, passed: &passed)
    }
  }

  @Test("a relative address inside the HTML of an entry is refused")
  func relativeContent() {
    let entry = Sample.entry(html: "<p><a href=\"/x\">x</a></p>")

    let fault = Self.fault(AtomFormat().document(of: Sample.feed([entry], extent: .full)))

    #expect(fault == .relativeURL("/x", place: "\(entry.id), a"))
  }

  @Test("a page that is cut or has an anchor twice is refused")
  func pages() {
    var page = StoryPage(site: SiteDescription(main: Sample.feed())).document(of: Sample.entry())
    #expect(Self.fault(page) == nil)

    page.bytes.removeLast(3)
    #expect(Self.fault(page) == .notWellFormed(reason: "it does not begin and end as a page"))

    page.bytes = Array(
      "<!DOCTYPE html>\n<title>x</title><main><h1 id=a>x</h1><p id=a></main></body>\n</html>\n".utf8
    )
    #expect(Self.fault(page) == .repeatedAnchor("a"))
  }

  @Test("a document that is too large is refused before it is read")
  func large() {
    var document = AtomFormat().document(of: Sample.feed())
    document.bytes += Array(repeating: 0x20, count: DocumentCheck.byteLimit)

    #expect(
      Self.fault(document)
        == .tooLarge(byteCount: document.bytes.count, limit: DocumentCheck.byteLimit))
  }

  @Test("the identity of a story with a hundred thousand reports is not too large")
  func largeIdentity() {
    let bytes = Array(repeating: UInt8(ascii: " "), count: DocumentCheck.byteLimit + 1)
    let document = FeedDocument(
      path: "stories/a/story.json", mediaType: "application/json", bytes: bytes,
      lastModified: Date(timeIntervalSince1970: 0))

    #expect(Self.fault(document) == nil)
  }

  @Test("the error says what failed, why, and what to do")
  func words() {
    let error = DocumentError(path: "atom.xml", fault: .duplicateID(EntryID("tag:x,2026:1")))

    #expect(
      error.description
        == "atom.xml is not published: two entries have the id tag:x,2026:1. The former version stays; newsfold itself is at fault, please report it."
    )
  }
}
