import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import Stories

@Suite("Across languages")
struct AcrossLanguagesTests {
  private let reports = ReportsInLanguages.reports
  private let nextDay = ReportsInLanguages.nextDay

  @Test("reports of one event are one story in whatever two languages", arguments: 0..<6, 0..<6)
  func pairs(first: Int, second: Int) {
    guard first < second else { return }
    let evidence = StoryIndex().evidence(between: reports[first], and: reports[second])
    #expect(
      folded([reports[first], reports[second]]).count == 1,
      "\(reports[first].id) \(reports[second].id) \(evidence)")
  }

  @Test("six languages are one story, and the next day's of the same people is another")
  func all() {
    let found = folded(reports + nextDay)
    #expect(found.map(Set.init).contains(Set(reports.map(\.id))))
    #expect(Set(found.flatMap { $0 }) == Set((reports + nextDay).map(\.id)))
    for story in found {
      #expect(
        Set(story).isSubset(of: Set(reports.map(\.id)))
          || Set(story).isSubset(of: Set(nextDay.map(\.id))))
    }
  }

  @Test("no order of arrival and no detour changes stories or scores across languages")
  func order() {
    var chance = SeededGenerator(seed: 11)
    let all = reports + nextDay
    var straight = StoryIndex()
    straight.insert(contentsOf: all)
    _ = straight.regroup()
    for _ in 0..<12 {
      let shuffled = all.shuffled(using: &chance)
      var index = StoryIndex()
      for article in shuffled {
        index.insert(article)
        _ = index.regroup()
      }
      index.remove(shuffled[0].id)
      _ = index.regroup()
      index.insert(shuffled[0])
      _ = index.regroup()
      #expect(index.groups == straight.groups)
      for article in all {
        #expect(
          index.keptScores(of: article.id).map(\.1) == straight.keptScores(of: article.id).map(\.1))
      }
    }
  }

  @Test("the evidence is named and adds up to the score, whichever article comes first")
  func evidence() {
    let index = StoryIndex()
    let one = index.evidence(between: reports[0], and: reports[4])
    let other = index.evidence(between: reports[4], and: reports[0])
    #expect(one.terms == other.terms)
    #expect(one.terms.map(\.name) == [.closeness, .shorterLength, .base, .breadth, .time])
    #expect(abs(one.terms.reduce(0) { $0 + $1.contribution } - one.score) < 0.000_01)
    #expect(one.notCompared == nil)
  }

  @Test("nearness in time is no more evidence across languages than a missing date")
  func time() throws {
    let index = StoryIndex()
    func time(_ other: Article) throws -> Double {
      try #require(
        index.evidence(between: reports[0], and: other).terms.first { $0.name == .time }
      )
      .contribution
    }
    var undated = reports[1]
    undated.dateOrigin = .file
    #expect(try time(reports[1]) == time(undated))
    var late = reports[1]
    late.published = late.published.addingTimeInterval(5 * 86400)
    #expect(try time(late) < time(undated))
  }

  @Test("articles in two languages with two small words in common are not compared")
  func strangers() {
    let one = nextDay[0]
    let other = Article(
      id: ArticleID("x"), outlet: "Blatt", title: "Sonne und Wind",
      paragraphs: ["Es bleibt im ganzen Land sonnig bei leichtem Wind aus Osten."], language: "de",
      published: one.published, dateOrigin: .stated)
    #expect(StoryIndex().evidence(between: one, and: other).notCompared == .tooLittleInCommon)
    #expect(folded([one, other]).count == 2)
  }

  /// Headlines alone, an hour apart.
  private func headlines(_ titles: [(language: String, title: String)]) -> [Article] {
    titles.enumerated().map { hour, one in
      Article(
        id: ArticleID("\(one.language)-\(hour)"), outlet: "The \(one.language) Courier \(hour)",
        title: one.title, paragraphs: [], language: one.language,
        published: ReportsInLanguages.noon.addingTimeInterval(Double(hour) * 3600),
        dateOrigin: .stated)
    }
  }

  @Test("headlines of one event are one story across languages, of which each says a few things")
  func headlines() {
    #expect(
      folded(
        headlines([
          ("en", "Captain Halvorsen arrested after ferry Marlena runs aground off Talvik"),
          ("es", "Detenido el capitán Halvorsen tras encallar el transbordador Marlena en Talvik"),
        ])
      ).count == 1)
    #expect(
      folded(
        headlines([
          ("en", "Twelve miners trapped in copper mine at Pardo, rescuers hear knocking"),
          (
            "es",
            "Doce mineros atrapados en una mina de cobre en Pardo, los rescatistas oyen golpes"
          ),
        ])
      ).count == 1)
  }

  @Test("a headline of another event that shares a name or two is none of the story")
  func headlinesOfOneName() {
    let pairs = [
      [
        ("en", "Captain Halvorsen arrested after ferry Marlena runs aground off Talvik"),
        ("es", "Talvik inaugura su museo de la pesca"),
      ],
      [
        ("en", "Elena Marchetti opens bridge in Talvik"),
        ("vi", "Elena Marchetti từ chức vì hợp đồng đường hầm"),
      ],
      [
        ("en", "Elena Marchetti wins vote of confidence in parliament"),
        ("vi", "Elena Marchetti: chân dung một bộ trưởng"),
      ],
      [
        ("en", "Ferry runs aground off Talvik"),
        ("de", "Feuer zerstört Lagerhalle am Hafen von Talvik"),
      ],
    ]
    for pair in pairs { #expect(folded(headlines(pair)).count == 2, "\(pair)") }
  }
}
