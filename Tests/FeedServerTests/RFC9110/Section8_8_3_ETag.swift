import NIOHTTP1
import Testing

@testable import FeedServer

@Suite("RFC 9110 §8.8.3: entity tags")
struct Section8_8_3_ETag {
  @Test("the same bytes have the same tag, other bytes another one")
  func digest() {
    let first = Fixture.served("<feed>1</feed>")
    let again = Fixture.served("<feed>1</feed>")
    let other = Fixture.served("<feed>2</feed>")

    #expect(first.identity.tag == again.identity.tag)
    #expect(first.identity.tag != other.identity.tag)
  }

  @Test("a tag is quoted, strong, and differs by coding")
  func codings() throws {
    let document = Fixture.served(Fixture.atom([("1", "One"), ("2", "Two")]))

    let gzip = try #require(document.gzip)

    #expect(document.identity.tag.opaque.hasPrefix("\"") && !document.identity.tag.isWeak)
    #expect(gzip.tag != document.identity.tag)
    #expect(gzip.headers["Vary"] == ["Accept-Encoding"])
    #expect(document.identity.headers["Vary"] == ["Accept-Encoding"])
  }

  @Test(
    "lists are read with weak tags, commas inside of quotes, and nonsense between",
    arguments: [
      (#""a""#, ["\"a\""]), (#""a", W/"b,c" ,"d""#, ["\"a\"", "\"b,c\"", "\"d\""]),
      (#"a, "b""#, ["\"b\""]), ("", []), (#""open"#, []), (#""a" x, "b""#, ["\"b\""]),
    ])
  func lists(value: String, opaque: [String]) {
    guard case .tags(let tags) = EntityTagList(value) else {
      Issue.record("not a list")
      return
    }

    #expect(tags.map(\.opaque) == opaque)
  }
}
