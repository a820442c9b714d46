import Feeds
import Testing

@testable import FeedServer

@Suite("DocumentLinks")
struct DocumentLinksTests {
  @Test("an Atom document states itself and its hub, with entities resolved")
  func atom() {
    let links = DocumentLinks.read(
      Array(Fixture.atom([("1", "One")]).utf8), mediaType: "application/atom+xml; charset=utf-8")

    #expect(
      links == [
        WebLink(
          relation: "self", url: "http://127.0.0.1:8080/atom.xml", mediaType: "application/atom+xml"
        ),
        WebLink(relation: "hub", url: "https://hub.example/?a=1&b=2"),
      ])
  }

  @Test("an RSS document does so in Atom's elements, a JSON Feed in its own")
  func others() {
    let rss = """
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>http://a.example/</link>
      <atom:link rel="hub" href='https://hub.example/'/><item><atom:link rel="self" href="x"/></item></channel></rss>
      """
    let json =
      #"{"feed_url":"http://a.example/feed.json","hubs":[{"type":"WebSub","url":"https://hub.example/"}]}"#

    #expect(
      DocumentLinks.read(Array(rss.utf8), mediaType: "application/rss+xml")
        == [WebLink(relation: "hub", url: "https://hub.example/")])
    #expect(
      DocumentLinks.read(Array(json.utf8), mediaType: "application/feed+json").map(\.relation)
        == ["self", "hub"])
  }

  @Test("what is no feed states none", arguments: ["<html/>", "", "<feed", "{"])
  func none(text: String) {
    for type in ["application/atom+xml", "application/feed+json", "text/html"] {
      #expect(DocumentLinks.read(Array(text.utf8), mediaType: type) == [])
    }
  }
}
