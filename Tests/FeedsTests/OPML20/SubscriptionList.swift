import Feeds
import Markup
import NewsModel
import Testing

@Suite("OPML 2.0: subscription list")
struct SubscriptionList {
  @Test("each feed is one outline with text, type and an absolute xmlUrl")
  func outlines() throws {
    let site = SiteDescription(
      main: SampleSite.feed,
      further: [FeedListing(name: "fire", title: "Fire & <rescue>", subtitle: "Tagged “Fire”")])
    let document = OPMLFormat().document(of: site, updated: Sample.date(0))

    let outlines = try RenderedXML(document).all("outline")

    #expect(document.path == "feeds.opml")
    #expect(outlines.map { $0["text"] } == ["The Harlow Fold", "Fire & <rescue>"])
    #expect(outlines.allSatisfy { $0["type"] == "rss" })
    #expect(
      outlines.map { $0["xmlUrl"] } == [
        "https://news.example/atom.xml", "https://news.example/fire/atom.xml",
      ])
    try DocumentCheck().check(document)
  }

  @Test("its date is RFC 822")
  func date() throws {
    let document = OPMLFormat().document(
      of: SiteDescription(main: Sample.feed()), updated: Sample.date(0))

    #expect(try RenderedXML(document).texts("dateModified") == ["Fri, 20 Nov 2026 06:00:00 GMT"])
  }
}
