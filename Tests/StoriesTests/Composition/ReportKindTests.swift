import NewsModel
import Testing

@testable import Stories

@Suite("ReportKind")
struct ReportKindTests {
  func kind(_ title: String, url: String? = nil, tags: [String] = []) -> ReportKind? {
    var article = Sample.article("a", title: title, Sample.ferry)
    if let url { article.url = url }
    article.tags = tags
    return ReportKind.of(article)
  }

  @Test(
    "opinions, digests, live pages and looks back are known by their titles",
    arguments: [
      ("Opinion: Close the old ferries", .opinion), ("Kommentar: Die Reederei schweigt", .opinion),
      ("Tribune : il faut fermer la ligne", .opinion), ("Góc nhìn: Phà cũ", .opinion),
      ("Five things to know about Tuesday", .digest), ("Evening news in brief", .digest),
      ("Nachrichten kompakt: Fähre, Zins, Regen", .digest), ("Điểm tin sáng 12/10", .digest),
      ("LIVE: Ferry sinks off Lindø", .live), ("Ferry disaster – as it happened", .live),
      ("En direct : le ferry coule", .live),
      ("Thirty years on, Lindø remembers the ferry", .lookBack),
      ("Zehn Jahre nach dem Untergang: Lindø trauert", .lookBack),
      ("Lindø, treinta años después del naufragio", .lookBack),
    ] as [(String, ReportKind)])
  func marked(title: String, expected: ReportKind) {
    #expect(kind(title) == expected)
  }

  @Test(
    "a report is none of them",
    arguments: [
      "Ferry sinks off Lindø", "Living conditions on the ferry were poor",
      "Editor of the Kelby Post dies",
      "Opinion polls see Holm ahead", "Fähre vor Lindø gesunken", "Le ferry coule devant Lindø",
    ])
  func plain(title: String) {
    #expect(kind(title) == nil)
  }

  @Test("an address or a tag says so too")
  func section() {
    #expect(kind("Close the ferries", url: "https://a.example/opinion/2026/ferries") == .opinion)
    #expect(kind("Close the ferries", tags: ["Meinung"]) == .opinion)
    #expect(kind("Close the ferries", url: "https://a.example/news/opinion") == nil)
  }

  @Test("none of them leads a story that has a report, however early it is")
  func leads() {
    for title in ["Opinion: Close the old ferries", "Thirty years on, Lindø remembers the ferry"] {
      let composition = Sample.compose([
        Sample.article("a", title: title, Sample.ferryElsewhere),
        Sample.article("b", hours: 3, Sample.ferry),
      ])
      #expect(composition.choice?.article.rawValue == "https://b.example/")
      #expect(composition.choice?.clause == .report)
      #expect(composition.entry.title == "Ferry sinks off Lindø")
    }
  }

  @Test("a story of looks back alone is led by one")
  func alone() {
    let composition = Sample.compose([
      Sample.article("a", title: "Ten years on, Lindø remembers", Sample.ferryElsewhere),
      Sample.article("b", hours: 3, title: "Anniversary of the ferry of Lindø", Sample.ferry),
    ])
    #expect(composition.choice?.article.rawValue == "https://a.example/")
  }
}
