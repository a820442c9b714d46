import Compression
import Feeds
import NIOCore
import NIOHTTP1
import Testing

@testable import FeedServer

@Suite("Publications")
struct PublicationTests {
  @Test("all documents of a publication appear at once")
  func atOnce() throws {
    let site = Fixture.site()
    let documents = ["atom.xml", "rss.xml", "politics/atom.xml"].map {
      Fixture.document("<feed>\($0)</feed>", path: $0)
    }

    site.publish(Publication(documents: documents))

    for document in documents {
      guard case .document(let served) = site.find(document.path) else {
        Issue.record("\(document.path) is not in memory")
        continue
      }
      #expect(Array(served.identity.body.readableBytesView) == document.bytes)
    }
  }

  @Test("a page is read from disk, and read again after a publication that has it")
  func pages() throws {
    let directory = try TemporaryDirectory(files: ["stories/a-1/index.html": "old"])
    let site = Fixture.site(root: directory.path)
    let path = "stories/a-1/index.html"
    guard case .unread(_, let generation) = site.find(path) else {
      Issue.record("a page that nobody asked for is in memory")
      return
    }
    _ = try site.read(path, generation: generation)
    guard case .document(let old) = site.find(path) else {
      Issue.record("a page that was read is not kept")
      return
    }

    try directory.write(path, Array("new".utf8))
    site.publish(Publication(documents: [Fixture.document("new", path: path)]))

    #expect(String(buffer: old.identity.body) == "old")
    guard case .unread = site.find(path) else {
      Issue.record("the old page is still there")
      return
    }
  }

  @Test("the pages of a publication are there before the disk has them, until the next one")
  func unwritten() throws {
    let directory = try TemporaryDirectory()
    let site = Fixture.site(root: directory.path)
    let path = "stories/a-1/index.html"

    site.publish(Publication(documents: [Fixture.document("new", path: path)]))

    guard case .unread(_, let generation) = site.find(path),
      case .document(let page) = try site.read(path, generation: generation)
    else {
      Issue.record("the page is not there")
      return
    }
    #expect(String(buffer: page.identity.body) == "new")

    try directory.write(path, Array("on the disk".utf8))
    site.publish(
      Publication(documents: [Fixture.document("other", path: "stories/b-2/index.html")]))
    site.publish(Publication(documents: [Fixture.document("<feed/>")]))
    for (path, text) in [(path, "new"), ("stories/b-2/index.html", nil)] {
      switch site.find(path) {
      case .document(let kept): #expect(String(buffer: kept.identity.body) == text)
      case .unread(_, let generation):
        guard case .missing = try site.read(path, generation: generation), text == nil else {
          Issue.record("\(path) is not read from the disk after the next publication")
          continue
        }
      case .redirect: Issue.record("\(path) leads elsewhere")
      }
    }
  }

  @Test("what a publication removes is missing while the disk still has it, and is not kept")
  func removed() throws {
    let path = "politics/atom.xml"
    let directory = try TemporaryDirectory(files: [path: "<feed/>"])
    let site = Fixture.site(root: directory.path)
    _ = try site.load()

    site.publish(Publication(removed: [path]))

    for _ in 0..<2 {
      guard case .unread(_, let generation) = site.find(path),
        case .missing = try site.read(path, generation: generation)
      else {
        Issue.record("the removed document is still there")
        return
      }
    }
  }

  @Test("what was read before a publication is not kept after it")
  func overtaken() throws {
    let directory = try TemporaryDirectory(files: ["stories/a-1/index.html": "old"])
    let site = Fixture.site(root: directory.path)
    let path = "stories/a-1/index.html"

    site.publish(Publication(documents: [Fixture.document("new", path: path)]))
    _ = try site.read(path, generation: 0)

    guard case .unread = site.find(path) else {
      Issue.record("a page of before the publication is kept")
      return
    }
  }

  @Test("a coded file that was made of other bytes is not used, the document is coded anew")
  func staleCoding() throws {
    let text = Fixture.atom([("1", "One"), ("2", "Two")])
    let stale = try #require(Gzip.compressed(Array(text.replacing("One", with: "Uno").utf8)))
    let right = try #require(Gzip.compressed(Array(text.utf8)))
    let directory = try TemporaryDirectory()
    let site = Fixture.site(root: directory.path)

    try directory.write("atom.xml.gz", stale)
    site.publish(Publication(documents: [Fixture.document(text)]))
    guard case .document(let first) = site.find("atom.xml") else { return }
    try directory.write("atom.xml.gz", right)
    site.publish(Publication(documents: [Fixture.document(text)]))
    guard case .document(let second) = site.find("atom.xml") else { return }

    #expect(first.gzip.map { Array($0.body.readableBytesView) } == right)
    #expect(second.gzip.map { Array($0.body.readableBytesView) } == right)
  }

  @Test("removed documents are gone, merged pages redirect, withdrawn pages stay withdrawn")
  func retired() throws {
    let site = Fixture.site()
    site.publish(Publication(documents: [Fixture.document("<feed/>", path: "old/atom.xml")]))

    site.publish(
      Publication(
        removed: ["old/atom.xml"],
        redirects: [
          PageRedirect(path: "stories/b-2/index.html", url: "http://127.0.0.1:8080/stories/a-1/")
        ], gone: ["stories/c-3/index.html"]))

    guard case .unread(isGone: false, _) = site.find("old/atom.xml"),
      case .redirect = site.find("stories/b-2/index.html"),
      case .redirect = site.find("stories/b-2"),
      case .unread(isGone: true, _) = site.find("stories/c-3/index.html")
    else {
      Issue.record("retired paths are not what was published")
      return
    }
  }

  @Test("the page of a story that comes back is served again, whether it was withdrawn or merged")
  func returned() throws {
    let site = Fixture.site()
    let withdrawn = "stories/c-3/index.html"
    let merged = "stories/b-2/index.html"
    site.publish(
      Publication(
        documents: [withdrawn, merged].map { Fixture.document("retired", path: $0) },
        redirects: [PageRedirect(path: merged, url: "http://127.0.0.1:8080/stories/a-1/")],
        gone: [withdrawn]))

    site.publish(
      Publication(documents: [withdrawn, merged].map { Fixture.document("back", path: $0) }))

    for path in [withdrawn, merged] {
      guard case .unread(isGone: false, _) = site.find(path) else {
        Issue.record("\(path) is still retired")
        continue
      }
    }
  }

  @Test("only feeds and front pages stay in memory")
  func hot() {
    for path in ["index.html", "atom.xml", "feeds.opml", "politics/rss.xml"] {
      #expect(SiteDirectory.isHot(path), "\(path)")
    }
    for path in [
      "stories/a-1/index.html", "archive/0001/atom.xml", "politics/archive/0001/atom.xml",
      "archive/atom.xml",
    ] {
      #expect(!SiteDirectory.isHot(path), "\(path)")
    }
  }
}
