import NewsModel

/// A feed whose every text is nasty, one entry a text.
enum NastyFeed {
  static func feed(_ extent: TextExtent) -> Feed {
    var feed = Sample.feed(
      entries, title: "<b>Nasty</b> & ]]> \u{7} “feed”", extent: extent,
      tombstones: [
        Tombstone(
          id: Sample.id("gone"), slug: "gone-1", when: Sample.date(1), title: "]]> & <b>gone</b>")
      ], hubs: ["https://hub.example/?a=1&b=2"])
    feed.subtitle = "<i>Sub</i> & ]]> title"
    return feed
  }

  static var entries: [Entry] {
    NastyText.all.enumerated().map { index, nasty in entry(index, nasty.name, nasty.text) }
      .reversed()
  }

  private static let languages = ["ar", "en", "zh-Hant", "sr-Latn", "not a tag", "", "he", "fa-IR"]

  private static func entry(_ index: Int, _ name: String, _ text: String) -> Entry {
    let language = languages[index % languages.count]
    // Long texts stand in fewer places, so that the documents stay below the validators' warning
    // for size.
    let isLong = text.utf8.count > 1000
    let sources = (0..<(isLong ? 1 : 4)).map { number in
      var coverage = Sample.coverage(
        number == 3 ? "" : text, text, minute: index * 10 + number,
        relation: number == 0 ? .canonical : .independent, language: language,
        additions: number == 0 ? [] : [text, text])
      coverage.url = "https://out.example/\(name)/\(number)?a=1&b=%3Cb%3E&c='"
      coverage.article = ArticleID("https://out.example/\(name)/\(number)?a=1&b=%3Cb%3E&c='")
      if number == 2 { coverage.url = nil }
      return coverage
    }
    var entry = Sample.entry(
      name, title: text, minute: index * 10, language: language, summary: text,
      paragraphs: isLong ? [] : [text, "", text],
      // What HTMLSanitizer makes of broken HTML.
      html: index % 3 == 0
        ? "<p>Unclosed <b>bold</b> &amp; <a href=\"https://out.example/?a=1&amp;b=2\">link</a></p>\n<p>]]&gt;</p>"
        : nil,
      tags: [text, "plain"], coverage: sources)
    if isLong { return entry }
    entry.authors = [Person(name: text, url: "https://out.example/people/1?a&b")]
    entry.canonicalReason = LeadReason([.init(.earliest, others: 3)])
    entry.pictures = [
      Picture(
        url: "https://out.example/p.jpg?a=1&b=2", alternative: text, credit: text, width: 0,
        height: -1)
    ]
    entry.enclosures = [
      Enclosure(
        url: "https://out.example/a.mp3?x=1&y=2", mediaType: "audio/mpeg", duration: 12.5,
        title: text)
    ]
    entry.disagreements = [
      Disagreement(
        subject: text,
        figures: sources.prefix(2).enumerated().map { number, source in
          Disagreement.Figure(
            text: text, value: number == 0 ? 0.1 + 0.2 : 1e21, article: source.article,
            outlet: source.outlet, sentence: text)
        })
    ]
    entry.decisions = [
      Decision(
        kind: .joined, date: Sample.date(index), article: sources[1].article,
        closest: sources[0].article,
        evidence: [
          Decision.Evidence(name: text, contribution: .infinity),
          Decision.Evidence(name: "body", contribution: 1.0 / 3),
        ])
    ]
    return entry
  }
}
