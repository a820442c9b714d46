import Testing

@testable import Stories

@Suite("Titles without the names of their outlets")
struct CutTitleTests {
  private func cut(_ title: String, outlet: String = "", url: String? = nil) -> String {
    CutTitle(title, outlet: outlet, url: url).text
  }

  @Test(
    "the source, its host, or what outlets are called goes, and the section before it",
    arguments: [
      ("Ferry runs aground - Vale Star", "Vale Star", nil),
      ("Ferry runs aground – valestar", "Vale Star Online", nil),
      ("Ferry runs aground | Vale Star", "", "https://www.valestar.example/ferry"),
      ("Ferry runs aground | Local | Vale Star", "Vale Star", nil),
      ("Ferry runs aground - Morning Glow News Network", "feed 7", nil),
      ("Ferry runs aground | Niederheider Zeitung", "", nil),
      ("Ferry runs aground_晨光新聞網", "", nil),
      ("Ferry runs aground | lokal | 晨光新聞網", "", nil),
    ] as [(String, String, String?)])
  func cuts(title: String, outlet: String, url: String?) {
    #expect(cut(title, outlet: outlet, url: url) == "Ferry runs aground")
  }

  @Test(
    "what is part of a headline stays",
    arguments: [
      "Ferry runs aground – 212 passengers safe", "Half-time in Quillmere", "News of the world",
      "Vale Star - Quillmere 2:1", "“It was the buoy” – captain", "| Vale Star", "Ferry - today",
      "Trial of the decade: the post office | witnesses speak",
    ])
  func keeps(title: String) {
    #expect(cut(title, outlet: "Vale Star") == title)
  }

  @Test("ends are where a headline may end, the last first, and tell what follows and precedes")
  func ends() {
    let headline = CutTitle(
      "Ferry runs aground – live – Quillmere Observer", outlet: "feed", url: nil)

    #expect(headline.ends.map(\.tail) == ["quillmereobserver", "livequillmereobserver"])
    #expect(headline.ends.map(\.stem) == ["ferryrunsagroundlive", "ferryrunsaground"])
    #expect(
      CutTitle("Ferry runs aground – and then six words more than any name", outlet: "", url: nil)
        .ends.isEmpty)
  }
}
