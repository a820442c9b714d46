import FoundationEssentials
import NewsModel
import SeededRandom
import Testing

@testable import Stories

@Suite("EntryComposer")
struct EntryComposerTests {
  @Test("an entry carries the identity of its story and the words of its canonical article")
  func identity() {
    let articles = [
      Sample.article("north", Sample.ferry),
      Sample.article("south", hours: 2, Sample.ferryElsewhere),
    ]
    let story = Sample.story(articles)

    let entry = EntryComposer(
      preferences: CompositionPreferences(baseURL: "https://news.example/site")
    ).compose(story, articles: articles)

    #expect(entry.id == story.id)
    #expect(entry.link == "https://news.example/site/stories/ferry-0123456789abcdef/")
    #expect(entry.title == "Ferry sinks off Lindø")
    #expect(entry.paragraphs == Sample.ferry)
    #expect(entry.summary.hasPrefix(Sample.ferry[0]))
    #expect(entry.coverage.map(\.relation) == [.canonical, .independent])
    #expect(entry.canonicalReason == LeadReason([.init(.earliest, others: 1)]))
  }

  @Test("the order of the articles changes nothing", arguments: 0..<8)
  func order(seed: Int) {
    let articles = (0..<7).map { number in
      Sample.article(
        "outlet\(number)", hours: Double(number % 3),
        number % 2 == 0 ? Sample.ferry : Sample.ferryElsewhere)
    }
    var generator = SeededGenerator(seed: UInt64(seed))
    let story = Sample.story(articles)
    let first = EntryComposer().composition(of: story, articles: articles)

    let second = EntryComposer().composition(
      of: story, articles: articles.shuffled(using: &generator))

    #expect(first == second, "seed \(seed)")
    #expect(first.substance.stored == second.substance.stored)
  }

  @Test("every addition and every figure stands word for word in the article it is attributed to")
  func wordForWord() {
    let articles = [
      Sample.article("north", Sample.ferry),
      Sample.article("south", hours: 2, Sample.ferryElsewhere),
    ]

    let entry = Sample.compose(articles).entry

    let texts = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0.text) })
    for source in entry.coverage {
      for addition in source.additions {
        #expect(texts[source.article]?.contains(addition) == true)
      }
    }
    for figure in entry.disagreements.flatMap(\.figures) {
      #expect(texts[figure.article]?.contains(figure.sentence) == true)
      #expect(figure.sentence.contains(figure.text))
    }
    #expect(
      entry.coverage[1].additions == [
        "Inspectors had warned the owner, Sundrederiet, about rusted fuel lines twice this spring.",
        "Schools on the island will stay closed on Monday so that pupils can mourn together.",
      ])
    #expect(!entry.disagreements.isEmpty)
  }

  @Test("sources that count the dead differently stand side by side")
  func disagreement() {
    let entry = Sample.compose([
      Sample.article("north", Sample.ferry),
      Sample.article("south", hours: 2, Sample.ferryElsewhere),
    ]).entry

    #expect(entry.disagreements.map(\.subject) == ["killed"])
    #expect(entry.disagreements.first?.figures.map(\.value) == [14, 19])
    #expect(
      entry.disagreements.first?.figures.map(\.text)
        == ["At least 14 people were killed", "at least 19 people were killed"])
  }

  @Test("tags are joined without regard to case, pictures come from the first source that has some")
  func metadata() {
    var (one, two) = (
      Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, Sample.ferryElsewhere)
    )
    one.tags = ["Shipping", "Lindø"]
    two.tags = ["shipping", " ", "Accidents"]
    two.pictures = [
      Picture(url: "https://b.example/1.jpg"), Picture(url: "https://b.example/1.jpg"),
    ]
    two.enclosures = [Enclosure(url: "https://b.example/1.mp3", mediaType: "audio/mpeg")]

    let entry = Sample.compose([one, two]).entry

    #expect(entry.tags == ["Shipping", "Lindø", "Accidents"])
    #expect(entry.pictures.map(\.url) == ["https://b.example/1.jpg"])
    #expect(entry.enclosures.count == 1)
  }

  @Test("an outlet's settings are found by name and by host")
  func outlets() {
    let preferences = CompositionPreferences(outlets: [
      "NORTH": OutletPreference(textExtent: .headline, feedURL: "https://north.example/feed"),
      "south.example": OutletPreference(feedURL: "https://south.example/feed"),
    ])
    let articles = [
      Sample.article("north", Sample.ferry),
      Sample.article("south", outlet: "Sud", hours: 1, Sample.ferryElsewhere),
    ]

    let entry = Sample.compose(articles, preferences: preferences).entry

    #expect(entry.textExtent == .headline)
    #expect(
      entry.coverage.map(\.outletFeedURL)
        == ["https://north.example/feed", "https://south.example/feed"])
  }

  @Test("nasty articles compose too", arguments: nastyArticles)
  func nasty(article: Article) {
    let entry = Sample.compose([article, Sample.article("z", hours: 1, Sample.ferry)]).entry

    #expect(!entry.title.isEmpty)
    #expect(entry.coverage.count == 2)
    #expect(Sample.compose([article]).entry.coverage.count == 1)
    #expect(!Sample.compose([article]).entry.title.isEmpty)
    #expect(Sample.compose([article]).entry.summary.count <= SummaryRule.longest)
  }

  static let nastyArticles: [Article] = [
    Sample.article("a", title: "", []),
    Sample.article("a", title: "  \n ", ["", " "]),
    Sample.article("a", title: "<b>Bold</b> & <script>alert(1)</script>", ["One."]),
    Sample.article("a", title: String(repeating: "long ", count: 2000), ["Word"]),
    Sample.article(
      "a", title: String(repeating: "x", count: 10_000), [String(repeating: "y", count: 10_000)]),
    Sample.article("a", hours: -500_000, ["Dated before 1970, almost."]),
    Sample.article("a", hours: 640_000, ["Dated in 2099."]),
    Sample.article("a", title: "…", ["!!!", "。。。", "\"", "“", "1", "-1-1-", "$", "%", "%1", "1%"]),
    Sample.article(
      "a", title: "👩‍👩‍👧‍👦", ["🏳️‍🌈 \u{200D} \u{FE0F} e\u{301}\u{301}\u{301}."], language: "xx-??"),
    Sample.article("a", title: "東京で地震", ["東京で地震があり、14人が死亡した。", "けが人は30人。"], language: "ja"),
    Sample.article("a", title: "زلزال", ["قتل ١٤ شخصا في الزلزال، قالت السلطات؟"], language: "ar"),
  ]

  @Test(
    "a title is the article's, markup and all, on one line; without one the text begins the entry")
  func titles() {
    let markup = Sample.compose([Sample.article("a", title: "<b>Bold</b>\n&amp;", Sample.ferry)])
    let none = Sample.compose([Sample.article("a", title: " ", Sample.ferry)])
    let nothing = Sample.compose([Sample.article("a", outlet: "North", title: "", [])])
    let pinned = Sample.compose(
      [Sample.article("a", Sample.ferry)], pins: EntryPins(title: "Pinned"))

    #expect(markup.entry.title == "<b>Bold</b> &amp;")
    #expect(none.entry.title == Sample.ferry[0])
    #expect(nothing.entry.title == "North")
    #expect(pinned.entry.title == "Pinned")
  }

  @Test("a story without articles is an entry without sources")
  func empty() {
    let entry = Sample.compose([]).entry

    #expect(entry.title == "Untitled")
    #expect(entry.coverage.isEmpty)
    #expect(entry.canonicalReason == LeadReason())
  }

  @Test("what one source adds is not added again by the next")
  func noRepeats() {
    let third = Sample.article(
      "third", hours: 3,
      Sample.ferryElsewhere.reversed() + [
        "Bakers from Kelby handed out bread to the relatives of the ferry’s passengers on Lindø.",
        "The Norland union of seamen called for a strike after the ferry Havfruen sank on Friday.",
        "Insurers in Karlow put the loss of the ferry Havfruen at ninety million crowns.",
        "Sundrederiet promised to pay for the funerals of passengers of the ferry Havfruen.",
      ])

    let entry = Sample.compose([
      Sample.article("north", Sample.ferry),
      Sample.article("south", hours: 2, Sample.ferryElsewhere), third,
    ]).entry

    let additions = entry.coverage.flatMap(\.additions)
    #expect(additions.count == Set(additions).count)
    #expect(
      additions == [
        "Rescue helicopters searched the cold water of the sound until dawn, when fog came up.",
        "Bakers from Kelby handed out bread to the relatives of the ferry’s passengers on Lindø.",
        "Insurers in Karlow put the loss of the ferry Havfruen at ninety million crowns.",
      ])
    #expect(entry.coverage[2].additions.count >= 2)
  }

  @Test("a limit of no sentences quotes nobody, a limit of characters leaves long sentences out")
  func limits() {
    let short = "Divers from Kelby found the ferry Havfruen upright off Lindø."
    let articles = [
      Sample.article("north", Sample.ferry),
      Sample.article("south", hours: 2, Sample.ferryElsewhere + [short]),
    ]

    let none = Sample.compose(
      articles, preferences: CompositionPreferences(quotation: QuotationLimit(sentences: 0)))
    let few = Sample.compose(
      articles, preferences: CompositionPreferences(quotation: QuotationLimit(characters: 80)))

    #expect(none.entry.coverage.flatMap(\.additions).isEmpty)
    #expect(few.entry.coverage.flatMap(\.additions) == [short])
  }

  @Test("three hundred members compose")
  func many() {
    let articles = (0..<300).map { number in
      Sample.article(
        "outlet\(number)", hours: Double(number) / 10,
        number % 3 == 0
          ? Sample.ferry : Sample.ferryElsewhere.map { $0 + " Number \(number) says so." })
    }

    let entry = Sample.compose(articles).entry

    #expect(entry.coverage.count == 300)
    #expect(entry.coverage.flatMap(\.additions).count < 20)
  }
}
