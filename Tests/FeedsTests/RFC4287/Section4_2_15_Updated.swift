import Feeds
import Markup
import NewsModel
import Testing

@Suite("RFC 4287 §4.2.15 atom:updated")
struct Section4_2_15_Updated {
  @Test("dates are those of the entry, in RFC 3339 with upper-case T and Z (§3.3)")
  func dates() throws {
    let atom = try RenderedXML.atom(Sample.feed([SampleSite.warehouse]))

    #expect(atom.texts("published", in: "entry") == ["2026-11-20T11:01:00Z"])
    #expect(atom.texts("updated", in: "entry") == ["2026-11-20T13:00:00Z"])
    #expect(atom.texts("updated", in: "feed") == ["2026-11-20T13:00:00Z"])
  }

  @Test("rendering again gives the same bytes in every format")
  func deterministic() {
    for format in FeedFormats.all {
      let first = format.document(of: NastyFeed.feed(.full))

      #expect(format.document(of: NastyFeed.feed(.full)) == first)
    }
  }
}
