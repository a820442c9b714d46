import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 5005 §4 next-archive")
struct Section4_NextArchive {
  private static func feed(_ number: Int, next: Int?, name: String) -> Feed {
    Sample.feed(
      SampleSite.entries, name: name, title: "A & B", tombstones: [SampleSite.merged],
      hubs: ["https://hub.example/"],
      archive: ArchivePosition(number: number, previous: number > 1 ? number - 1 : nil, next: next))
  }

  @Test(
    "a published archive document gets the link that rendering it anew would give it, and no other change",
    arguments: ["", "fire"], [1, 7])
  func link(name: String, number: Int) throws {
    let succession = ArchiveSuccession(to: Self.feed(number + 1, next: nil, name: name))

    for format in FeedFormats.all {
      let published = format.document(of: Self.feed(number, next: nil, name: name))
      let expected = format.document(of: Self.feed(number, next: number + 1, name: name))

      let linked = try #require(succession.document(published.bytes, as: format))

      #expect(linked.path == expected.path)
      #expect(linked.text == expected.text)
      #expect(succession.document(linked.bytes, as: format) == nil, "linked twice")
    }
  }

  @Test("an archive document without entries is linked, too")
  func empty() throws {
    let archive = ArchivePosition(number: 1)
    let succession = ArchiveSuccession(
      to: Sample.feed(archive: ArchivePosition(number: 2, previous: 1)))

    for format in FeedFormats.all {
      let published = format.document(
        of: Sample.feed([], tombstones: [SampleSite.merged], archive: archive))
      #expect(succession.document(published.bytes, as: format) != nil)
    }
  }

  @Test("what is no archive document is left alone, and before the first there is none")
  func others() {
    let succession = ArchiveSuccession(
      to: Sample.feed(archive: ArchivePosition(number: 2, previous: 1)))
    let first = ArchiveSuccession(to: Sample.feed(archive: ArchivePosition(number: 1)))

    for format in FeedFormats.all {
      #expect(succession.document(format.document(of: SampleSite.feed).bytes, as: format) == nil)
      #expect(succession.document(Array("broken".utf8), as: format) == nil)
      #expect(first.path(as: format) == nil)
    }
  }
}
