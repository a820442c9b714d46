import NewsModel
import SeededRandom
import Testing

@Suite("CanonicalURL")
struct CanonicalURLTests {
  @Test(
    "gives one spelling to the addresses of one article",
    arguments: [
      ("http://example.org/a", "https://example.org/a"),
      ("HTTPS://WWW.Example.ORG:443/a/", "https://example.org/a"),
      ("http://example.org:80/a", "https://example.org/a"),
      ("https://example.org:8443/a", "https://example.org:8443/a"),
      ("https://example.org/a#top", "https://example.org/a"),
      ("https://example.org/app#!/story/7", "https://example.org/app#!/story/7"),
      ("https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"),
      ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
      ("https://m.example.org/a", "https://example.org/a"),
      ("https://en.m.example.org/a", "https://en.example.org/a"),
      ("https://amp.example.co.uk/a", "https://example.co.uk/a"),
      ("https://amp.com.au/a", "https://amp.com.au/a"),
      ("https://m.org/a", "https://m.org/a"),
      ("https://example.org/news/a/amp", "https://example.org/news/a"),
      ("https://example.org/news/a/amp/", "https://example.org/news/a"),
      ("https://example.org/amp/news/a", "https://example.org/news/a"),
      ("https://example.org/a.amp", "https://example.org/a"),
      ("https://example.org/a.amp.html", "https://example.org/a.html"),
      ("https://example.org/a?amp=1", "https://example.org/a"),
      ("https://example.org/a?outputType=amp", "https://example.org/a"),
      ("https://example.org/a/index.html", "https://example.org/a"),
      ("https://www.google.com/amp/s/www.example.org/a/amp", "https://example.org/a"),
      ("https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a", "https://example.org/a"),
      ("https://example.org/%7eann/%c3%a9", "https://example.org/~ann/%C3%A9"),
      ("https://example.org/é", "https://example.org/%C3%A9"),
      ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
      ("https://例え.テスト/a", "https://xn--r8jz45g.xn--zckzah/a"),
      ("https://example.org/a/../b/./c", "https://example.org/b/c"),
      ("https://example.org/a/%2E%2E/b", "https://example.org/b"),
      (" https://example.org/a b\n", "https://example.org/a%20b"),
      ("https://user:secret@example.org/a", "https://example.org/a"),
      ("https://example.org/?p=12", "https://example.org/?p=12"),
    ])
  func identity(address: String, expected: String) {
    #expect(CanonicalURL.identity(address) == expected)
  }

  @Test(
    "has none for what names no article",
    arguments: [
      "", "no address", "https://", "https:///path", "ftp://example.org/a", "javascript:alert(1)",
      "urn:uuid:1", "https://example.org/", "https://www.example.org", "https://exa mple.org/a",
      "https://example.org:99999/a", "https://[::1/a", "https://a..b/c", "/relative",
    ])
  func none(address: String) {
    #expect(CanonicalURL.identity(address) == nil)
  }

  @Test(
    "shows the address as stated but for tracking",
    arguments: [
      (
        "http://www.example.org/a/?utm_source=x&b=2&a=1#part",
        "http://www.example.org/a/?b=2&a=1#part"
      ),
      ("https://m.example.org/a/amp?gclid=1", "https://m.example.org/a/amp"),
      ("https://example.org/a#:~:text=word", "https://example.org/a"),
      ("https://example.org/a#xtor=AL-1", "https://example.org/a"),
      ("https://example.org", "https://example.org/"),
    ])
  func cleaned(address: String, expected: String) {
    #expect(CanonicalURL.cleaned(address) == expected)
  }

  @Test(
    "is its own identity, and never a different one after cleaning",
    arguments: [1, 2, 3, 4] as [UInt64])
  func idempotent(seed: UInt64) {
    let pieces = [
      "http://", "https://", "www.", "m.", "amp.", "example", "co", "uk", ".org", ".", "/", "//",
      "/amp",
      "amp/", ".amp", ".amp.html", "index.html", "?", "&", "a=1", "utm_source=x", "amp=1", "#", "!",
      "%",
      "%2e", "%2E%2E", "%41", "%zz", "é", "日本", " ", "+", "%20", ":443", ":80", "@",
      "google.com/amp/s/",
      "cdn.ampproject.org/c/s/", "..", "~", "\\", "[", "]", "x", "7", ";", "'", "\"", "<", "|",
    ]
    var numbers = SeededGenerator(seed: seed)
    for round in 0..<4_000 {
      let count = Int(numbers.next() % 14)
      let tail = (0..<count).map { _ in pieces[Int(numbers.next() % UInt64(pieces.count))] }
        .joined()
      let address = (round.isMultiple(of: 2) ? "https://example.org/" : "http://") + tail
      guard let once = CanonicalURL.identity(address) else { continue }

      #expect(CanonicalURL.identity(once) == once, "seed \(seed): \(address)")
      #expect(once.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      guard let cleaned = CanonicalURL.cleaned(address) else {
        Issue.record("seed \(seed): an identity but no address: \(address)")
        continue
      }
      #expect(CanonicalURL.cleaned(cleaned) == cleaned, "seed \(seed): \(address)")
      #expect(CanonicalURL.identity(cleaned) == once, "seed \(seed): \(address)")
    }
  }
}
