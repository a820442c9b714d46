import FoundationEssentials
import SyncDaemon
import Testing

@testable import newsfold

@Suite("The example article")
struct ExampleArticleTests {
  @Test(
    "it says all that a Markdown file can, whatever its headline",
    arguments: ["Plain", "A \"b\": c\\d #e"])
  func text(title: String) {
    let text = ExampleArticle.text(
      title: title, date: Date(timeIntervalSince1970: 1_774_008_000.9), name: "My file")

    for key in ["title", "source", "url", "date", "author", "lang", "tags"] {
      #expect(text.contains("\n\(key): "))
    }
    #expect(text.contains("\ndate: 2026-03-20T12:00:00.900Z\n"))
    #expect(text.contains("https://courier.example/my-file\n"))
  }
}
