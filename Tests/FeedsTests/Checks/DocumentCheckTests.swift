import Feeds
import NewsModel
import Testing

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
      let site = Site(main: feed)
      var documents = FeedFormats.all.map { $0.document(of: feed) }
      documents += SitePages(site: site).documents(of: feed) + SitePages.sharedFiles
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

  @Test("a relative address inside the HTML of an entry is refused")
  func relativeContent() {
    let entry = Sample.entry(html: "<p><a href=\"/x\">x</a></p>")

    let fault = Self.fault(AtomFormat().document(of: Sample.feed([entry], extent: .full)))

    #expect(fault == .relativeURL("/x", place: "\(entry.id), a"))
  }

  @Test("a page that is cut or has an anchor twice is refused")
  func pages() {
    var page = StoryPage(site: Site(main: Sample.feed())).document(of: Sample.entry())
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

  @Test("the error says what failed, why, and what to do")
  func words() {
    let error = DocumentError(path: "atom.xml", fault: .duplicateID(EntryID("tag:x,2026:1")))

    #expect(
      error.description
        == "atom.xml is not published: two entries have the id tag:x,2026:1. The former version stays; newsfold itself is at fault, please report it."
    )
  }
}
