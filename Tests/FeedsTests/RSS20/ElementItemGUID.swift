import Feeds
import Markup
import NewsModel
import Testing

@Suite("RSS 2.0: item guid")
struct ElementItemGUID {
  @Test("the guid is the entry's id and says that it is no address")
  func guid() throws {
    let guids = try RenderedXML.rss(SampleSite.feed).all("guid")

    #expect(guids.map(\.text) == SampleSite.feed.entries.map(\.id.rawValue))
    #expect(guids.allSatisfy { $0["isPermaLink"] == "false" })
  }
}
