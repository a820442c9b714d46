import NewsModel
import Testing

@testable import Stories

@Suite("CanonicalRule")
struct CanonicalRuleTests {
  @Test("a single article leads")
  func only() {
    let choice = Sample.compose([Sample.article("a", Sample.ferry)]).choice

    #expect(choice?.clause == .only)
    #expect(choice?.reason == LeadReason([.init(.only)]))
  }

  @Test("the original leads before its repost, whatever the settings prefer")
  func original() {
    let repost = Sample.article("b", hours: 1, Sample.ferry)
    let preferences = CompositionPreferences(outlets: ["b": OutletPreference(rank: 1)])

    let choice = Sample.compose(
      [repost, Sample.article("a", Sample.ferry)], preferences: preferences
    ).choice

    #expect(choice?.article.rawValue == "https://a.example/")
    #expect(choice?.clause == .original)
    #expect(choice?.reason == LeadReason([.init(.original, others: 1)]))
  }

  @Test("a stated original leads before an earlier article that says that it repeats it")
  func stated() {
    var repost = Sample.article("a", hours: -1, Sample.ferry)
    repost.originalURL = "https://b.example/"

    let choice = Sample.compose([repost, Sample.article("b", Sample.ferry)]).choice

    #expect(choice?.article.rawValue == "https://b.example/")
  }

  @Test("the complete text leads before an earlier one that is cut")
  func complete() {
    var cut = Sample.article("a", [Sample.ferry[0]])
    cut.isCut = true

    let choice = Sample.compose([cut, Sample.article("b", hours: 1, Sample.ferryElsewhere)]).choice

    #expect(choice?.article.rawValue == "https://b.example/")
    #expect(choice?.clause == .complete)
    #expect(choice?.reason == LeadReason([.init(.complete, others: 1)]))
  }

  @Test("a report leads before an extract of two sentences that nobody marked as cut")
  func extract() {
    let extract = Sample.article("a", ["A ferry has sunk. Many people were on board."])

    let choice = Sample.compose([extract, Sample.article("b", hours: 1, Sample.ferry)]).choice

    #expect(choice?.clause == .complete)
  }

  @Test(
    "a text in the language of the site leads before an earlier one in another, whatever else tells"
  )
  func language() {
    var german = Sample.article("a", Sample.ferry)
    german.language = "de"
    var english = Sample.article(
      "b", hours: 1, title: "FERRY HORROR AT SEA!", Sample.ferryElsewhere)
    english.language = "en-GB"

    for (language, expected) in [("en", "b"), ("de-AT", "a"), ("fr", "a"), (nil, "a")] {
      let choice = Sample.compose(
        [german, english], preferences: CompositionPreferences(language: language)
      ).choice
      #expect(choice?.article.rawValue == "https://\(expected).example/", "\(language ?? "none")")
      #expect((choice?.clause == .language) == (language == "en" || language == "de-AT"))
    }
  }

  @Test("a title that states the event leads before an earlier one that shouts")
  func title() {
    let shouting = Sample.article("a", title: "FERRY HORROR AT SEA!", Sample.ferry)

    let choice = Sample.compose([shouting, Sample.article("b", hours: 1, Sample.ferryElsewhere)])
      .choice

    #expect(choice?.article.rawValue == "https://b.example/")
    #expect(choice?.clause == .statedTitle)
  }

  @Test("a preferred outlet leads before an earlier one")
  func preferred() {
    let preferences = CompositionPreferences(outlets: [
      "B": OutletPreference(rank: 2), "c": OutletPreference(rank: 3),
    ])

    let choice = Sample.compose(
      [
        Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, Sample.ferryElsewhere),
        Sample.article("c", hours: 2, Sample.ferryElsewhere.map { "Today " + $0.lowercased() }),
      ], preferences: preferences
    ).choice

    #expect(choice?.article.rawValue == "https://b.example/")
    #expect(choice?.clause == .preferred)
    #expect(
      choice?.reason
        == LeadReason([.init(.original, others: 1), .init(.preferred, others: 1)]))
  }

  @Test("the earliest leads; a day without a time is no earlier than an hour of it")
  func earliest() {
    var day = Sample.article("z", hours: -8, Sample.ferryElsewhere)
    day.dateOrigin = .statedDay

    let clear = Sample.compose([
      Sample.article("z", Sample.ferry), Sample.article("a", hours: 1, Sample.ferryElsewhere),
    ])
    let unclear = Sample.compose([day, Sample.article("a", Sample.ferry)])

    #expect(clear.choice?.clause == .earliest)
    #expect(clear.choice?.article.rawValue == "https://z.example/")
    #expect(unclear.choice?.clause == .id)
    #expect(unclear.choice?.article.rawValue == "https://a.example/")
  }

  @Test("a file's time only says that the article was there by then")
  func fileTime() {
    var seen = Sample.article("z", hours: 5, Sample.ferry)
    seen.dateOrigin = .file

    let choice = Sample.compose([seen, Sample.article("a", hours: 6, Sample.ferryElsewhere)]).choice

    #expect(choice?.clause == .earliest)
    #expect(choice?.article.rawValue == "https://z.example/")
    #expect(
      Sample.compose([seen, Sample.article("a", Sample.ferryElsewhere)]).choice?.clause == .id)
  }

  @Test("a pinned article or outlet leads before everything; a pin of something else does nothing")
  func pins() {
    let articles = [Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, Sample.ferry)]

    let article = Sample.compose(articles, pins: EntryPins(leadingArticle: articles[1].id))
    let outlet = Sample.compose(articles, pins: EntryPins(leadingOutlet: "B"))
    let nobody = Sample.compose(articles, pins: EntryPins(leadingOutlet: "nobody"))

    #expect(article.choice?.clause == .pinned)
    #expect(outlet.choice?.article == articles[1].id)
    #expect(outlet.choice?.reason == LeadReason([.init(.pinned, others: 1)]))
    #expect(nobody.choice?.clause == .original)
  }

  @Test("two articles that name each other as the original are told apart by the next clause")
  func circle() {
    var (one, two) = (
      Sample.article("a", hours: 1, Sample.ferry), Sample.article("b", Sample.ferry)
    )
    one.originalURL = two.url
    two.originalURL = one.url

    #expect(Sample.compose([one, two]).choice?.clause == .earliest)
  }
}

@Suite("Centrality")
struct CentralityTests {
  private let aside = [
    "Poet Ilario Fonte read from his letters at the Norland library on Thursday evening.",
    "Candles burned between shelves while a cello played something slow by Verdi.",
    "Among the guests stood sailors of the ferry Havfruen, which sank off the island of Lindø on Friday.",
    "Fonte, who is 81, said he would never again write about the sea or about his father.",
    "Tickets for the spring readings go on sale in March at the box office in Sandvik.",
  ]

  @Test("a report that only comes to speak of the event does not lead, however early it is")
  func asides() {
    let composition = Sample.compose([
      Sample.article("a", title: "Poet Fonte reads his letters", aside),
      Sample.article("b", hours: 2, Sample.ferry),
      Sample.article("c", hours: 3, title: "Ferry Havfruen sinks off Lindø", Sample.ferryElsewhere),
      Sample.article(
        "d", hours: 4, title: "Lindø ferry sinks, many dead",
        Array(Sample.ferry.prefix(2)) + Sample.ferryElsewhere.suffix(3)),
    ])

    #expect(composition.choice?.article.rawValue == "https://b.example/")
    #expect(composition.choice?.reason.steps.contains { $0.clause == .central } == true)
  }

  @Test("of reports that are all central the earliest leads")
  func earliest() {
    let composition = Sample.compose([
      Sample.article("b", hours: 2, Sample.ferry),
      Sample.article("c", hours: 1, title: "Ferry Havfruen sinks off Lindø", Sample.ferryElsewhere),
      Sample.article(
        "d", hours: 4, title: "Lindø ferry sinks, many dead",
        Array(Sample.ferry.prefix(2)) + Sample.ferryElsewhere.suffix(3)),
    ])

    #expect(composition.choice?.clause == .earliest)
    #expect(composition.choice?.article.rawValue == "https://c.example/")
  }

  @Test("it lies between nothing and one, for ugly texts too")
  func bounds() {
    let articles = [
      ReadArticle(Sample.article("a", title: "", [])),
      ReadArticle(Sample.article("b", Sample.ferry)),
      ReadArticle(Sample.article("c", title: "…", ["!!!", "1 1 1"])),
      ReadArticle(Sample.article("d", Sample.ferryElsewhere)),
    ]
    let values = Centrality(articles, weights: WordWeights(articles)).values

    #expect(values.allSatisfy { (0...1.000_001).contains($0) })
    #expect(values[0] == 0)
    #expect(Centrality([articles[1]], weights: WordWeights(articles)).values == [1])
  }
}
