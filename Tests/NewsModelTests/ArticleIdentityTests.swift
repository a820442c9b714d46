import FoundationEssentials
import NewsModel
import Testing

@Suite("ArticleIdentity")
struct ArticleIdentityTests {
  private let day = Date(timeIntervalSince1970: 1_795_000_000)

  private func id(
    url: String? = nil, outlet: String = "The Harbour Gazette",
    title: String = "Ferry sinks off Orla",
    published: Date? = nil, origin: DateOrigin = .stated, text: String = "It sank."
  ) -> ArticleID {
    ArticleIdentity.id(
      url: url, outlet: outlet, title: title, published: published ?? day, origin: origin,
      text: text)
  }

  @Test("is the canonical address where there is one, whatever else changes")
  func address() {
    #expect(id(url: "http://www.example.org/a/?utm_source=x").rawValue == "https://example.org/a")
    #expect(
      id(url: "https://example.org/a", title: "Retitled") == id(url: "https://m.example.org/a/"))
  }

  @Test("an address of a whole site identifies nothing")
  func site() {
    #expect(id(url: "https://example.org/") == id(url: nil))
  }

  @Test("outlet, title and stated date make it; dashes, quotes and capitals do not")
  func digest() {
    #expect(id().rawValue.hasPrefix("article:"))
    #expect(id(title: "Ferry “sinks” off Orla") == id(title: "ferry sinks off orla"))
    #expect(id(text: "Longer now.") == id())
    #expect(id(outlet: "Other") != id())
    #expect(id(published: day.addingTimeInterval(60)) != id())
  }

  @Test(
    "two undated pieces under one headline are two articles, and a touched file is the same one")
  func undated() {
    let first = id(title: "Morning briefing", origin: .file, text: "Rain today.")
    let second = id(title: "Morning briefing", origin: .file, text: "Sun today.")
    let touched = id(
      title: "Morning briefing", published: day.addingTimeInterval(9_999), origin: .file,
      text: "Rain today.")

    #expect(first != second)
    #expect(first == touched)
  }
}
