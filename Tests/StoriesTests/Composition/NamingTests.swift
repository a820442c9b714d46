import NewsModel
import Testing

@testable import Stories

@Suite("Slug")
struct SlugTests {
  @Test(
    "a slug is readable ASCII",
    arguments: [
      ("Ferry sinks off Lindø", "ferry-sinks-off-lindo"),
      ("Don’t panic: it’s 3.5%!", "dont-panic-its-3-5"),
      ("Straße, Łódź, Ærø & Þingvellir", "strasse-lodz-aero-thingvellir"),
      ("Đà Nẵng: phà chìm", "da-nang-pha-chim"),
      ("Паром затонул у острова", "parom-zatonul-u-ostrova"),
      ("Ναυάγιο στη Λήμνο", "nayagio-sti-limno"),
      ("東京で地震、M6.4", "m6-4"), ("東京で地震", "story"), ("", "story"), ("---", "story"),
      ("<b>Bold</b>", "b-bold-b"), ("Cafe\u{301}", "cafe"), ("../../etc/passwd", "etc-passwd"),
      ("İstanbul’da", "istanbulda"), ("ٱلعربية ١٤", "14"),
    ])
  func make(title: String, slug: String) {
    #expect(Slug.make(from: title) == slug)
  }

  @Test("a slug ends between words at sixty characters")
  func long() {
    let words = Slug.make(from: String(repeating: "word ", count: 2000))
    let word = Slug.make(from: String(repeating: "x", count: 10_000))

    #expect(words.utf8.count <= Slug.longest)
    #expect(words.hasSuffix("-word"))
    #expect(word == String(repeating: "x", count: Slug.longest))
  }
}

@Suite("EntryMint")
struct EntryMintTests {
  let mint = EntryMint(authority: "example.org", date: "2026-11-21")
  let article = ArticleID("https://north.example/ferry")

  @Test("an id is a tag URI of the founding article, the same each time")
  func id() {
    let id = mint.id(founding: article)

    #expect(id == mint.id(founding: article))
    #expect(
      id.rawValue == "tag:example.org,2026-11-21:story/"
        + ContentDigest(article.rawValue).hex(digits: 16))
    #expect(id != mint.id(founding: ArticleID("https://south.example/ferry")))
  }

  @Test("a taken id is never made again")
  func taken() {
    var taken: Set<EntryID> = []
    for _ in 0..<20 {
      let id = mint.id(founding: article, avoiding: taken)
      #expect(taken.insert(id).inserted)
      #expect(EntryMint.digest(of: id).utf8.count <= 80)
    }
    #expect(taken.count == 20)
  }

  @Test("a page's name is the slug and the digest")
  func slug() {
    let id = EntryID("tag:example.org,2026-11-21:story/0123456789abcdef")

    #expect(mint.slug(title: "Ferry sinks", id: id) == "ferry-sinks-0123456789abcdef")
    #expect(EntryMint.digest(of: EntryID("urn:uuid:../x")).utf8.count == 16)
  }
}
