import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 5005 §4 Archived Feeds")
struct Section4_ArchivedFeeds {
  private static func feed(_ archive: ArchivePosition, name: String = "") -> Feed {
    Sample.feed([Sample.entry()], name: name, archive: archive)
  }

  private static func link(_ relation: String, _ xml: RenderedXML) -> String? {
    (xml.all("link", in: "feed") + xml.all("atom:link", in: "channel"))
      .first { $0["rel"] == relation }?["href"]
  }

  @Test("the subscription document links to the newest archive document and is none itself (§4.1)")
  func subscription() throws {
    for xml in [
      try RenderedXML.atom(Self.feed(ArchivePosition(previous: 12))),
      try RenderedXML.rss(Self.feed(ArchivePosition(previous: 12))),
    ] {
      #expect(
        Self.link("prev-archive", xml)?.hasPrefix("https://news.example/archive/0012/") == true)
      #expect(Self.link("current", xml) == nil)
      #expect(xml.all("fh:archive").isEmpty)
    }
  }

  @Test("an archive document says so and links to both neighbours and the current one (§4.1)")
  func archive() throws {
    let feed = Self.feed(ArchivePosition(number: 7, previous: 6, next: 8), name: "fire")
    let document = AtomFormat().document(of: feed)
    let xml = try RenderedXML(document)

    #expect(document.path == "fire/archive/0007/atom.xml")
    #expect(Self.link("self", xml) == "https://news.example/fire/archive/0007/atom.xml")
    #expect(Self.link("current", xml) == "https://news.example/fire/atom.xml")
    #expect(Self.link("prev-archive", xml) == "https://news.example/fire/archive/0006/atom.xml")
    #expect(Self.link("next-archive", xml) == "https://news.example/fire/archive/0008/atom.xml")
    #expect(xml.all("fh:archive").count == 1)
    #expect(try RenderedXML.rss(feed).all("fh:archive").count == 1)
  }

  @Test("JSON Feed leads to the older documents by next_url, never to itself")
  func json() throws {
    let subscription = try JSONValue.feed(Self.feed(ArchivePosition(previous: 2)))
    let archive = try JSONValue.feed(Self.feed(ArchivePosition(number: 1, next: 2)))

    #expect(subscription["next_url"]?.string == "https://news.example/archive/0002/feed.json")
    #expect(archive["next_url"] == nil)
    #expect(archive["_newsfold"]?["is_archive"] == .bool(true))
    #expect(archive["_newsfold"]?["current_url"]?.string == "https://news.example/feed.json")
    #expect(
      archive["_newsfold"]?["newer_url"]?.string == "https://news.example/archive/0002/feed.json")
  }

  @Test("a client that follows prev-archive from any point has each entry once, at its newest")
  func reconstruction() throws {
    // 40 entries are published one by one; every third is updated later. Ten stay in the window;
    // what leaves it is archived by five, as the feed last had it.
    var client = ArchiveClient()
    var window: [Entry] = []
    var waiting: [Entry] = []
    var archiveCount = 0
    var newest: [EntryID: String] = [:]
    for number in 0..<40 {
      let entry = Sample.entry("n\(number)", title: "Story \(number)", minute: number * 10)
      window.insert(entry, at: 0)
      if number % 3 == 0, window.count > 4 {
        window[4].updated = Sample.date(number * 10 + 5)
      }
      window.sort { $0.updated > $1.updated }
      if window.count > 10 { waiting.insert(window.removeLast(), at: 0) }
      if waiting.count == 5 {
        archiveCount += 1
        client.publish(
          Sample.feed(
            waiting.sorted { $0.updated > $1.updated },
            archive: ArchivePosition(
              number: archiveCount, previous: archiveCount > 1 ? archiveCount - 1 : nil)))
        waiting = []
      }
      // Entries that wait to be archived stay in the subscription document; otherwise a reader
      // would miss them.
      let current = window + waiting
      for entry in current { newest[entry.id] = Timestamp.rfc3339(entry.updated) }
      client.publish(
        Sample.feed(
          current.sorted { $0.updated > $1.updated },
          archive: ArchivePosition(previous: archiveCount > 0 ? archiveCount : nil)))

      #expect(try client.reconstruct(from: "https://news.example/atom.xml") == newest)
    }

    #expect(archiveCount == 6)
    for number in 1...archiveCount {
      let url = "https://news.example/archive/000\(number)/atom.xml"
      let part = try client.reconstruct(from: url)
      #expect(part.count == number * 5)
      #expect(part.allSatisfy { newest[$0.key] == $0.value })
    }
  }
}
