import Markup
import NewsModel
import SeededRandom
import Testing

@testable import Feeds

@Suite("PageCheck")
struct PageCheckTests {
  private static let frame = (
    "<!DOCTYPE html>\n<title>x</title><main><h1 id=a>x</h1>", "</main></body>\n</html>\n"
  )

  @Test(
    "a page's faults are found, those of its anchors first",
    arguments: [
      ("<p id=b>", nil), ("<p id=a>", .repeatedAnchor("a")),
      ("<p ID='&#97;'>", .repeatedAnchor("a")),
      ("<p id><p id=''>", .repeatedAnchor("")), ("<p id=b id=a>", nil), ("<!-- <p id=a> -->", nil),
      ("<script>'<p id=a>'</script>", nil),
      ("<svg id='b'/><svg id='b'/>", .repeatedAnchor("b")),
      (
        String(repeating: "<i>", count: 300) + "<p id=a>",
        .notWellFormed(reason: "the HTML nests its elements too deeply")
      ),
    ] as [(String, DocumentFault?)])
  func anchors(html: String, fault: DocumentFault?) {
    #expect(Self.fault(Array((Self.frame.0 + html + Self.frame.1).utf8)) == fault)
  }

  @Test(
    "a page without its title, main part or heading is refused", arguments: ["title", "main", "h1"])
  func missing(name: String) {
    let page = (Self.frame.0 + Self.frame.1).replacing("<\(name)", with: "<b")

    #expect(Self.fault(Array(page.utf8)) == .missing(name: name, place: "the page"))
  }

  @Test(
    "a page whose elements are hidden by damage is refused",
    arguments: ["<!--", "<script>"])
  func hidden(mark: String) {
    let page = "<!DOCTYPE html>\n" + mark + Self.frame.0.dropFirst(16) + Self.frame.1

    #expect(Self.fault(Array(page.utf8)) != nil)
  }

  @Test("the verdict on any damaged page is that of its whole tree", arguments: [UInt64](1...12))
  func damaged(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let site = SiteDescription(main: SampleSite.feed)
    var refusals = 0
    var pages = SitePages(site: site).documents(of: SampleSite.feed)
    pages += SitePages(site: site).ofSite.filter { $0.path.hasSuffix(".html") }
    pages += SampleSite.feed.entries.map { StoryPage(site: site).document(of: $0) }
    for page in pages where page.mediaType.hasPrefix("text/html") {
      #expect(Self.fault(page.bytes) == nil)
      for _ in 0..<20 {
        // What is outside of the body decides nothing but whether the page is one.
        var bytes = page.bytes
        for _ in 0..<Int.random(in: 1...6, using: &chance) { bytes.damage(&chance) }
        bytes = Array("<!DOCTYPE html>\n".utf8) + bytes + Array("</body>\n</html>\n".utf8)

        let fault = Self.fault(bytes)
        if fault != nil { refusals += 1 }
        #expect(fault == Self.faultOfTree(bytes), "seed \(seed): \(page.path)")
      }
    }
    #expect(refusals > 0, "seed \(seed)")
  }

  private static func fault(_ bytes: [UInt8]) -> DocumentFault? {
    do throws(DocumentFault) {
      try PageCheck().check(bytes)
      return nil
    } catch {
      return error
    }
  }

  /// The same checks on the tree.
  private static func faultOfTree(_ bytes: [UInt8]) -> DocumentFault? {
    let nodes: [HTMLNode]
    do throws(HTMLError) {
      nodes = try HTMLDocument(String(decoding: bytes, as: UTF8.self)).nodes
    } catch {
      return .notWellFormed(reason: error.description)
    }
    var anchors: Set<String> = []
    for id in nodes.compactMap({ $0["id"] }) where !anchors.insert(id).inserted {
      return .repeatedAnchor(id)
    }
    let missing = ["title", "main", "h1"].first { name in !nodes.contains { $0.name == name } }
    return missing.map { .missing(name: $0, place: "the page") }
  }
}
