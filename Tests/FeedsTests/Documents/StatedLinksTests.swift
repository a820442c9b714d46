import Testing

@testable import Feeds

@Suite("StatedLinks")
struct StatedLinksTests {
  @Test("an Atom document states itself and its hub, with entities resolved")
  func atom() {
    let atom = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <link rel="self" type="application/atom+xml" href="http://127.0.0.1:8080/atom.xml"/>
        <link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>
        <entry>
          <link rel="self" href="http://127.0.0.1:8080/1"/>
        </entry>
      </feed>
      """
    let links = AtomFormat().links(of: Array(atom.utf8))

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
      RSSFormat().links(of: Array(rss.utf8))
        == [WebLink(relation: "hub", url: "https://hub.example/")])
    #expect(
      JSONFeedFormat().links(of: Array(json.utf8)).map(\.relation)
        == ["self", "hub"])
  }

  @Test("what is no feed states none", arguments: ["<html/>", "", "<feed", "{"])
  func none(text: String) {
    for format in FeedFormats.all { #expect(format.links(of: Array(text.utf8)) == []) }
  }
}
