import NewsModel
import Testing

@testable import Stories

@Suite("Quotable")
struct QuotableTests {
  /// The quotation of an entry from a text of one sentence, if any.
  private func quoted(_ text: String, language: String = "en") -> String? {
    let article = ReadArticle(Sample.article("a", [text], language: language))
    return article.body.first.flatMap { Quotable.text(of: $0, in: article, longest: 300) }
  }

  @Test(
    "turns of a transcript and captions are not quoted",
    arguments: [
      "Karen Holm: We are looking at every bolt of the ship.",
      "KH: You cannot know that until somebody has asked the owner.",
      "Rescuers carry a survivor ashore in the harbour of Lindø, April 12, 2014.",
      "Follow live updates from the harbour with Karen Holm and Ole Brandt.",
    ])
  func refused(text: String) {
    #expect(quoted(text) == nil)
  }

  @Test(
    "what only looks like one is quoted",
    arguments: [
      "The minister promised three things: an inquiry, a report and a new ship.",
      "The ship was built in the yard of Kelby in April 1974 for other waters.",
      "Ferries leave at 12:30 from the pier of the old harbour town.",
    ])
  func kept(text: String) {
    #expect(quoted(text) == text)
  }

  @Test(
    "a dateline is left out, and nothing else",
    arguments: [
      (
        "KELBY, April 12 (Northline) - The ferry Havfruen sank off the island.",
        "The ferry Havfruen sank off the island."
      ),
      (
        "UNITED ISLANDS — The council met on Sunday about the ferry.",
        "The council met on Sunday about the ferry."
      ),
      (
        "NATO — the alliance of the north — met on Sunday about it.",
        "NATO — the alliance of the north — met on Sunday about it."
      ),
    ])
  func dateline(text: String, rest: String) {
    #expect(quoted(text) == rest)
  }

  @Test("who speaks in the first person outside quotation marks, or to the reader, reports nothing")
  func personal() throws {
    func isPersonal(_ text: String, _ language: String) throws -> Bool {
      let article = ReadArticle(Sample.article("a", [text], language: language))
      return Quotable.isPersonal(try #require(article.body.first), in: article)
    }
    #expect(try isPersonal("Divers say I found the wreck at dawn.", "en"))
    #expect(try isPersonal("Divers will show you the wreck at dawn.", "en"))
    #expect(try !isPersonal("Holm said: “I found the wreck at dawn.”", "en"))
    #expect(try !isPersonal("La nave e i passeggeri sono salvi.", "it"))
    #expect(try !isPersonal("Ships from the US found the wreck at dawn.", "en"))
  }
}
