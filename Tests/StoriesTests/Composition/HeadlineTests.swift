import NewsModel
import Testing

@testable import Stories

@Suite("Headline")
struct HeadlineTests {
  @Test("what an outlet hangs on a title goes, and nothing else", arguments: cases)
  func text(title: String, outlet: String, expected: String) {
    #expect(Headline.text(title, outlet: outlet) == expected)
  }

  static let cases: [(String, String, String)] = [
    ("Ferry sinks off Lindø - Morning Glow News Network", "", "Ferry sinks off Lindø"),
    ("Ferry sinks off Lindø | World | News", "", "Ferry sinks off Lindø"),
    ("Ferry sinks off Lindø - kelbypost", "kelbypost.example", "Ferry sinks off Lindø"),
    ("Ferry sinks off Lindø – The Kelby Post", "Kelby Post", "Ferry sinks off Lindø"),
    ("Ferry sinks off Lindø - DutchKelby.nl", "", "Ferry sinks off Lindø"),
    ("PHOTOS: Ferry sinks off Lindø", "", "Ferry sinks off Lindø"),
    ("[VIDEO] Ferry sinks off Lindø (photos)", "", "Ferry sinks off Lindø"),
    ("In Pictures | Ferry sinks off Lindø", "", "Ferry sinks off Lindø"),
    ("Bildergalerie: Fähre vor Lindø gesunken", "", "Fähre vor Lindø gesunken"),
    ("EN IMAGES : Le ferry coule devant Lindø", "", "Le ferry coule devant Lindø"),
    ("Ảnh: Phà chìm ngoài khơi Cồn Sơn", "", "Phà chìm ngoài khơi Cồn Sơn"),
    ("東京で大きな地震が発生しました | 民報新聞網", "", "東京で大きな地震が発生しました"),
    ("\"Ferry sinks off Lindø", "", "Ferry sinks off Lindø"),
    ("Ferry sinks off Lindø”", "", "Ferry sinks off Lindø"),
    // What only looks like furniture.
    (
      "Captain of ferry - son of the owner - held", "", "Captain of ferry - son of the owner - held"
    ),
    ("Lindø mourns - and asks who knew", "", "Lindø mourns - and asks who knew"),
    ("JO 2021 (judo) | Teddy Brandt en bronze", "", "JO 2021 (judo) | Teddy Brandt en bronze"),
    ("Live | Ferry sinks", "", "Live | Ferry sinks"),
    ("Watch: it", "", "Watch: it"),
    ("Holm: \"We will answer\"", "", "Holm: \"We will answer\""),
    ("Fähre „Havfruen“ sinkt vor Lindø", "", "Fähre „Havfruen“ sinkt vor Lindø"),
    ("Photos", "", "Photos"), ("", "", ""), (" | ", "", "|"), ("- - -", "", "- - -"),
  ]

  @Test("the title of an entry and of its sources is the headline")
  func entry() {
    let entry = Sample.compose([
      Sample.article("a", title: "Ferry sinks off Lindø - Morning Glow News Network", Sample.ferry),
      Sample.article("b", hours: 1, title: "Fourteen dead off Lindø | News", Sample.ferryElsewhere),
    ]).entry

    #expect(entry.title == "Ferry sinks off Lindø")
    #expect(entry.coverage.map(\.title) == ["Ferry sinks off Lindø", "Fourteen dead off Lindø"])
  }
}
