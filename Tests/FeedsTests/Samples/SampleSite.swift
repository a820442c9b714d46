import FoundationEssentials
import NewsModel

/// A dozen invented stories that show all that an entry can hold.
enum SampleSite {
  static var feed: Feed {
    Sample.feed(
      entries, tombstones: [merged, withdrawn], hubs: ["https://hub.example/"],
      archive: ArchivePosition(previous: 2))
  }

  static let merged = Tombstone(
    id: Sample.id("pier"), slug: "pier-fire-1b2c", when: Sample.date(600),
    survivor: Sample.id("warehouse"), survivorLink: "\(Sample.baseURL)stories/warehouse-7d3a/",
    title: "Smoke over the east pier")

  static let withdrawn = Tombstone(
    id: Sample.id("comet"), slug: "comet-9f00", when: Sample.date(500),
    title: "Comet seen over Harlow at noon")

  static var entries: [Entry] {
    ([warehouse, election, ferry] + short).sorted { $0.updated > $1.updated }
  }

  /// Five sources, two disagreements, pictures, tags, decisions.
  static var warehouse: Entry {
    let sources = [
      Sample.coverage(
        "Harlow Courier", "Warehouse fire at the east pier: four treated for smoke", minute: 320,
        relation: .canonical, feedURL: "https://harlowcourier.example/feed.xml"),
      Sample.coverage(
        "Coast Radio", "Large fire at harbour warehouse, road closed", minute: 301,
        additions: [
          "The coast road between the pier and Mill Lane stays closed until Saturday noon.",
          "Drivers of heavy vehicles are sent over the Pell bridge.",
        ]),
      Sample.coverage(
        "Island Post", "Fire destroys net store on the east pier", minute: 338,
        relation: .rewrite,
        additions: [
          "The building held the nets of eleven boats, and none of them was insured."
        ]),
      Sample.coverage(
        "Pell Valley Wire", "Warehouse fire at the east pier", minute: 351,
        relation: .repost),
      Sample.coverage(
        "Le Phare", "Incendie au port de Harlow : six blessés légers", minute: 420, language: "fr",
        additions: [
          "Selon les pompiers, le feu a pris dans un local où l’on chargeait des batteries."
        ]),
    ]
    var entry = Sample.entry(
      "warehouse", title: "Warehouse fire at the east pier: four treated for smoke", minute: 301,
      updated: 420,
      summary:
        "A fire in a warehouse on the east pier sent smoke over the old town on Friday morning. Four people were treated for smoke, the fire service said, and the building is lost.",
      paragraphs: [
        "A fire in a warehouse on the east pier sent smoke over the old town on Friday morning.",
        "Four people were treated for smoke, the fire service said, and the building is lost.",
        "Crews from three stations kept the flames from the fuel store next to it.",
        "The cause is not known. “We will go in when the roof is safe,” said the officer in charge, Ines Tarrow.",
      ], tags: ["Harbour", "Fire", "Old town"], coverage: sources)
    entry.authors = [Person(name: "Mara Quill")]
    entry.canonicalReason = LeadReason([
      .init(.original, others: 1), .init(.statedTitle, others: 2),
    ])
    entry.disagreements = [
      Disagreement(
        subject: "people treated",
        figures: [
          figure("Four people", 4, sources[0], "Four people were treated for smoke."),
          figure("two", 2, sources[1], "Two residents were taken to the clinic, police say."),
          figure("six blessés légers", 6, sources[4], "Le bilan est de six blessés légers."),
        ]),
      Disagreement(
        subject: "fire stations",
        figures: [
          figure(
            "three stations", 3, sources[0],
            "Crews from three stations kept the flames from the fuel store next to it."),
          figure("five stations", 5, sources[2], "Five stations answered the alarm."),
        ]),
    ]
    entry.pictures = [
      Picture(
        url: "https://pictures.example/east-pier.jpg",
        alternative: "Grey smoke above a long brick building at the water",
        credit: "Tomas Reed / Harlow Courier", mediaType: "image/jpeg", byteCount: 84_112,
        width: 1200, height: 800)
    ]
    entry.decisions = [
      Decision(kind: .created, date: Sample.date(301), article: sources[1].article),
      joined(sources[0], sources[1], 8.21, 3.06, -0.41),
      joined(sources[2], sources[0], 6.02, 2.5, -0.62),
      joined(sources[3], sources[0], 13.4, 4.49, -0.66),
      Decision(
        kind: .merged, date: Sample.date(360), article: sources[3].article, other: merged.id),
      joined(sources[4], sources[0], 4.4, 1.12, -1.04),
    ]
    entry.decisions[1].shared = SharedSayings(
      names: ["East Pier", "Harlow"], figures: ["14"], quotes: ["nothing was left of the roof"])
    return entry
  }

  static var election: Entry {
    let sources = [
      Sample.coverage(
        "Pell Valley Wire", "Harbour council elects Odile Brandt as its chair", minute: 130,
        relation: .canonical),
      Sample.coverage(
        "Harlow Courier", "Brandt wins the harbour chair by one vote", minute: 162,
        relation: .independent,
        additions: ["Her first motion, to reopen the lifeboat shed, passed without a vote against."]
      ),
      Sample.coverage(
        "The Lantern", "What the new harbour chair wants", minute: 0, origin: .file),
    ]
    var entry = Sample.entry(
      "council", title: "Harbour council elects Odile Brandt as its chair", minute: 130,
      updated: 162,
      summary:
        "The harbour council elected Odile Brandt as its chair on Friday, by eight votes against seven.",
      tags: ["Council", "Harbour"], coverage: sources)
    entry.decisions = [
      Decision(kind: .created, date: Sample.date(130), article: sources[0].article),
      joined(sources[1], sources[0], 5.11, 2.03, -0.44),
    ]
    return entry
  }

  static var ferry: Entry {
    var entry = Sample.entry(
      minute: 40,
      html:
        "<p>The ferry to Harlow Island sails again after nine days.</p>\n<blockquote><p>The ramp has passed its last test.</p></blockquote>\n<p>Tickets bought for the days without a ferry stay <em>valid until March</em>.</p>",
      tags: ["Islands", "Traffic"])
    entry.enclosures = [
      Enclosure(
        url: "https://harlowcourier.example/audio/ferry.mp3", mediaType: "audio/mpeg",
        byteCount: 4_812_330, duration: 312, title: "The ferry’s captain on the nine days")
    ]
    return entry
  }

  private static let headlines = [
    ("school", "Second school gets a kitchen of its own", "The Lantern", "Schools"),
    ("tram", "Tram line 4 to run until midnight from January", "Coast Radio", "Traffic"),
    (
      "otters", "Otters counted at the Pell weir for the first time since 1988", "Island Post",
      "Nature"
    ),
    ("library", "Library lends tools, seeds and a telescope", "The Lantern", "Old town"),
    ("salt", "Salt works stop a furnace for repairs", "Pell Valley Wire", "Trade"),
    ("storm", "Storm warning for the outer islands lifted early", "Coast Radio", "Weather"),
    (
      "choir", "Men’s choir of the dockers turns 120 and sings for free", "Harlow Courier",
      "Culture"
    ),
    (
      "bridge", "Pell bridge: the weight limit stays for another year", "Pell Valley Wire",
      "Traffic"
    ),
    ("match", "Rovers hold the league leaders to a draw", "Island Post", "Sport"),
  ]

  private static var short: [Entry] {
    headlines.enumerated().map { index, headline in
      let minute = -400 + 37 * index
      return Sample.entry(
        headline.0, title: headline.1, minute: minute,
        summary: headline.1 + ", the town hall said on Thursday. More is to be known next week.",
        tags: [headline.3],
        coverage: [
          Sample.coverage(headline.2, headline.1, minute: minute, relation: .canonical)
        ])
    }
  }

  private static func figure(
    _ text: String, _ value: Double, _ source: Coverage, _ sentence: String
  ) -> Disagreement.Figure {
    Disagreement.Figure(
      text: text, value: value, article: source.article, outlet: source.outlet, sentence: sentence)
  }

  private static func joined(
    _ source: Coverage, _ closest: Coverage, _ body: Double, _ lead: Double, _ days: Double
  ) -> Decision {
    Decision(
      kind: .joined, date: source.published, article: source.article, closest: closest.article,
      evidence: [
        Decision.Evidence(name: "closeness", contribution: body),
        Decision.Evidence(name: "openingCoverage", contribution: lead),
        Decision.Evidence(name: "time", contribution: days),
        Decision.Evidence(name: "base", contribution: -3.244),
      ])
  }
}
