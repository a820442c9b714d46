import Feeds
import FoundationEssentials
import NewsModel
import Stories

extension TextStage {
  /// The stages after reading: terms, the entry, its documents and their check.
  static let composition: [TextStage] = [
    TextStage(name: "prepare", kind: .text) { bytes in
      let preparer = ArticlePreparer()
      _ = preparer.prepare(article(bytes))
    },
    TextStage(name: "fold", kind: .text) { bytes in
      var index = StoryIndex()
      index.insert(article(bytes))
      index.insert(article(bytes, number: 2))
      _ = index.regroup()
      promise(index.groups.reduce(0) { $0 + $1.count } == 2, "the index lost an article")
    },
    TextStage(name: "compose", kind: .text) { bytes in
      _ = entry([article(bytes)])
    },
    TextStage(name: "compose-two", kind: .text) { bytes in
      // The other has the same text with another beginning, so that all comparisons are made.
      let other = article(
        Array("In Quillmere 14 people said “no, not ever” on Monday. ".utf8) + bytes, number: 2)
      _ = entry([article(bytes), other])
    },
    TextStage(name: "substance", kind: .data) { bytes in
      let stored = String(decoding: bytes, as: UTF8.self)
      guard let old = EntrySubstance(stored: stored) else { return }
      let now = quay.substance
      _ = now.change(from: old, changed: [ArticleID("article-1")])
      let whole = now.remembering(old).stored
      promise(EntrySubstance(stored: whole)?.stored == whole, "a substance is another one")
    },
    TextStage(name: "render", kind: .text) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      var entry = entry([article(Array("The ferry quay closed.".utf8))])
      (entry.title, entry.summary, entry.paragraphs, entry.tags) = (text, text, [text], [text])
      entry.authors = [Person(name: text)]
      entry.pictures = [Picture(url: "https://quay.example/a.jpg", alternative: text, credit: text)]
      if !LegibleText.isLegible(text) { entry.title = "Untitled" }
      if entry.summary.isEmpty { entry.summary = "None" }
      render(entry)
    },
  ]

  private static func article(_ bytes: [UInt8], number: Int = 1) -> Article {
    let text = String(decoding: bytes, as: UTF8.self)
    let paragraphs = text.split(whereSeparator: \.isNewline).map(String.init)
    return Article(
      id: ArticleID("article-\(number)"), outlet: "Quay Post \(number)",
      url: "https://quay\(number).example/a", title: "Ferry quay closes after storm",
      paragraphs: paragraphs, language: number == 1 ? "en" : "en-GB",
      published: Date(timeIntervalSince1970: 1_793_620_800 + Double(number)))
  }

  private static let quay = composition([article(Array("14 people left the quay.".utf8))])

  private static func entry(_ articles: [Article]) -> Entry { composition(articles).entry }

  private static func composition(_ articles: [Article]) -> Composition {
    let decisions = articles.dropFirst().map { other in
      Decision(kind: .joined, date: other.published, article: other.id, closest: articles[0].id)
    }
    let story = Story(
      id: EntryID("tag:quay.example,2026:story/1"), slug: "ferry-quay-1", founding: articles[0].id,
      articles: articles.map(\.id), published: articles[0].published,
      updated: articles[0].published, decisions: decisions)
    let composition = EntryComposer().composition(of: story, articles: articles)
    promise(!composition.entry.title.isEmpty, "an entry has no title")
    promise(composition.entry.coverage.count == articles.count, "an entry lost a source")
    return composition
  }

  private static func render(_ entry: Entry) {
    let feed = Feed(
      title: "Quay", id: "tag:quay.example,2026:feed", baseURL: "https://quay.example/",
      language: "en", updated: entry.updated, author: Person(name: "Quay"), entries: [entry],
      textExtent: .full)
    let documents =
      FeedFormats.all.map { $0.document(of: feed) }
      + [StoryPage(site: SiteDescription(main: feed)).document(of: entry)]
    for document in documents {
      do { try DocumentCheck().check(document) } catch { fatalError("\(error)") }
    }
  }
}
