import Feeds
import Foundation
import Markup
import NewsModel
import Testing

@Suite("RFC 4287 §4.1.3 atom:content")
struct Section4_1_3_Content {
  @Test("content is HTML that the sanitiser would not change", arguments: TextExtent.allCases)
  func sanitised(extent: TextExtent) throws {
    for entry in SampleSite.entries + NastyFeed.entries {
      let atom = try RenderedXML.atom(Sample.feed([entry], extent: extent))
      let content = try #require(atom.all("content", in: "entry").first)

      #expect(content["type"] == "html")
      let words = PlainText.from(html: content.text).joined(separator: " ")
      let again = HTMLSanitizer.sanitize(content.text, base: nil)
      #expect(PlainText.from(html: again).joined(separator: " ") == words)
    }
  }

  @Test("how much of the text is shown follows the feed, and the outlet can only take away")
  func extent() throws {
    var entry = SampleSite.warehouse
    func content(_ extent: TextExtent) throws -> String {
      try RenderedXML.atom(Sample.feed([entry], extent: extent)).texts("content").joined()
    }

    #expect(try content(.full).contains("The cause is not known."))
    #expect(try !content(.extract).contains("The cause is not known."))
    #expect(try content(.extract).contains("the building is lost"))
    #expect(try !content(.headline).contains("the building is lost"))
    #expect(try content(.headline).contains("Pell Valley Wire"))
    entry.textExtent = .headline
    #expect(try !content(.full).contains("the building is lost"))
  }

  @Test("every source stands in the content with its outlet, linked title, time and relation")
  func sources() throws {
    let entry = SampleSite.warehouse

    let html = try RenderedXML.atom(Sample.feed([entry])).texts("content").joined()

    for coverage in entry.coverage {
      let url = try #require(coverage.url)
      #expect(html.contains("<b>\(coverage.outlet)</b>: <a href=\"\(url)\""))
      #expect(html.contains("datetime=\"\(Timestamp.rfc3339(coverage.published))\""))
    }
    for relation in ["lead report", "own report", "retold", "same text"] {
      #expect(html.contains(" · \(relation)</small>"))
    }
  }

  @Test("what others add is quoted word for word, with the address and a linked name")
  func additions() throws {
    let entry = SampleSite.warehouse

    let html = try RenderedXML.atom(Sample.feed([entry])).texts("content").joined()

    for coverage in entry.coverage where !coverage.additions.isEmpty {
      let url = try #require(coverage.url)
      #expect(html.contains("<blockquote cite=\"\(url)\""))
      #expect(html.contains("<p>— <a href=\"\(url)\">\(coverage.outlet)</a></p>"))
      for sentence in coverage.additions { #expect(html.contains("<p>\(sentence)</p>")) }
    }
  }

  @Test("figures that differ stand side by side in a table with their sources")
  func figures() throws {
    let html = try RenderedXML.atom(Sample.feed([SampleSite.warehouse])).texts("content").joined()

    #expect(html.contains("<caption>people treated</caption>"))
    #expect(html.contains("<b>Four people</b>"))
    #expect(html.contains("Le bilan est de six blessés légers."))
  }

  @Test("a timeline stands there with three dated sources, and not with two")
  func timeline() throws {
    let three = try RenderedXML.atom(Sample.feed([SampleSite.warehouse])).texts("content").joined()
    // Three sources, one of them without a date of its own.
    let two = try RenderedXML.atom(Sample.feed([SampleSite.election])).texts("content").joined()

    #expect(three.contains("<h3>Who reported when</h3>"))
    let timeline = try #require(three.components(separatedBy: "Who reported when").last)
    let places = SampleSite.warehouse.coverage.sorted { $0.published < $1.published }
      .map { timeline.range(of: "<b>\($0.outlet)</b>")?.lowerBound }
    #expect(places.count > 2 && !places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(!two.contains("<h3>Who reported when</h3>"))
    #expect(two.contains("no date stated"))
  }

  @Test("text in another language or direction says so")
  func languages() throws {
    var entry = Sample.entry(language: "ar", summary: "أعلن مجلس الميناء")
    entry.coverage[0].language = "ar"

    let html = try RenderedXML.atom(Sample.feed([entry])).texts("content").joined()

    #expect(html.contains("<p lang=\"ar\" dir=\"rtl\">أعلن مجلس الميناء</p>"))
    #expect(html.contains("lang=\"ar\" dir=\"auto\">"))
  }
}
