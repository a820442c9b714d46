import NewsModel
import Testing

@testable import Stories

@Suite("Retelling")
struct RetellingTests {
  @Test("who goes through a report sentence by sentence retells it", arguments: RetoldReports.pairs)
  func retold(language: String, report: [String], rewrite: [String]) {
    let entry = Sample.compose([
      Sample.article("a", title: "One", report, language: language),
      Sample.article("b", hours: 1, title: "Two", rewrite, language: language),
    ]).entry

    #expect(entry.coverage.map(\.relation) == [.canonical, .rewrite])
    #expect(entry.sourceCount == 1)
  }

  @Test(
    "the fuller of two undated reports leads, whatever its id, and the other is named a rewrite")
  func undated() {
    var (full, retold) = (RetoldReports.convoy, RetoldReports.convoyRetold)
    full.dateOrigin = .file
    retold.dateOrigin = .file

    let composition = Sample.compose([retold, full])

    #expect(composition.choice?.article == full.id)
    #expect(composition.choice?.clause == .original)
    #expect(composition.entry.coverage.map(\.relation) == [.canonical, .rewrite])
    #expect(composition.entry.title == full.title)
  }

  @Test("what a rewrite hangs behind is quoted if it is about the event, the toll first")
  func tail() {
    let entry = Sample.compose([RetoldReports.convoy, RetoldReports.convoyRetold]).entry

    let additions = entry.coverage[1].additions
    #expect(additions.first == RetoldReports.convoyRetold.paragraphs[9])
    #expect(additions.allSatisfy { !RetoldReports.convoyRetold.paragraphs[10...].contains($0) })
  }

  @Test("a rewrite of another source than the canonical one is named too")
  func second() {
    let other = RetoldReports.pairs[4]
    let entry = Sample.compose([
      Sample.article("a", title: "One", Sample.ferry),
      Sample.article("b", hours: 1, title: "Two", other.report),
      Sample.article("c", hours: 2, title: "Three", other.rewrite),
    ]).entry

    #expect(entry.coverage.map(\.relation) == [.canonical, .independent, .rewrite])
    #expect(entry.sourceCount == 2)
  }

  @Test("two reports that know the same people and tell it for themselves are two sources")
  func independent() {
    let report = RetoldReports.pairs[4].report
    let own = [
      "Sausages will no longer hiss under the iron roof where Lindby has shopped since Queen Margit cut the ribbon.",
      "“Nobody asked the women who sell fish here at dawn,” said Rosa Timm, whose stall has stood by the east door for 22 years.",
      "Petra Lund, in her second term, staked her name on Canal Yard, a lot between two railway lines.",
      "A petition with 9,400 signatures lay on the table of the chamber, under the coffee cups.",
      "Rain drummed on the windows while the vote was taken, and somebody in the gallery began to sing.",
      "Lawyers for the traders said on Tuesday that a suit would be filed before the week is out.",
    ]

    let entry = Sample.compose([
      Sample.article("a", title: "One", report), Sample.article("b", hours: 1, title: "Two", own),
    ]).entry

    #expect(entry.coverage.map(\.relation) == [.canonical, .independent])
  }

  @Test("a hundred words that tell the same facts in their own order and words are a report")
  func short() {
    let first = [
      "After nine days Kelby has a mayor: Ida Klimm, a retired signalwoman, beat Ole Brandt by 17 votes.",
      "Returning officer Jens Ohlsen read out the recount in the Corn Hall on Monday night: 12,406 to 12,389.",
      "The difference lay in a tray of postal ballots from Lower Lindby that had been booked to the wrong ward.",
      "Brandt congratulated her and said he would not go to court; she takes office on 1 December.",
    ]
    let second = [
      "A recount has made a retired railway worker mayor of Kelby, 17 votes ahead of the man who held the office.",
      "Klimm received 12,406 votes against 12,389 for Brandt, Jens Ohlsen announced in the Corn Hall late on Monday.",
      "Postal ballots from Lower Lindby had been entered under another ward, he said.",
      "Her predecessor Ole Brandt conceded and ruled out a challenge; Ida Klimm starts on 1 December.",
    ]

    let entry = Sample.compose([
      Sample.article("a", title: "One", first), Sample.article("b", hours: 1, title: "Two", second),
    ]).entry

    #expect(entry.coverage.map(\.relation) == [.canonical, .independent])
    #expect(entry.sourceCount == 2)
  }

  @Test("no text retells itself into nothing: empty, one word, another script")
  func ugly() {
    for paragraphs in [[], [""], ["Word"], ["東京で地震。"], ["1", "2", "3"]] {
      let entry = Sample.compose([
        Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, paragraphs, language: nil),
      ]).entry
      #expect(entry.coverage.count == 2)
      #expect(entry.sourceCount >= 1)
    }
  }
}
