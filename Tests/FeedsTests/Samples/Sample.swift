import FoundationEssentials
import NewsModel

/// Invented stories for tests.
enum Sample {
  static let baseURL = "https://news.example/"

  /// A minute after 2026-11-20T06:00:00Z, by number.
  static func date(_ minute: Int) -> Date {
    Date(timeIntervalSince1970: 1_795_154_400 + Double(minute) * 60)
  }

  static func id(_ name: String) -> EntryID { EntryID("tag:news.example,2026:story/\(name)") }

  static func coverage(
    _ outlet: String, _ title: String, minute: Int, relation: Relation = .independent,
    language: String? = "en", additions: [String] = [], origin: DateOrigin = .stated,
    feedURL: String? = nil
  ) -> Coverage {
    let host = outlet.lowercased().filter { $0.isASCII && $0.isLetter }
    let url = "https://\(host.isEmpty ? "outlet" : host).example/\(minute)"
    return Coverage(
      article: ArticleID(url), outlet: outlet, outletFeedURL: feedURL, title: title, url: url,
      language: language, published: date(minute), dateOrigin: origin, relation: relation,
      additions: additions)
  }

  /// A story with one source.
  static func entry(
    _ name: String = "ferry", title: String = "Ferry to Harlow Island sails again", minute: Int = 0,
    updated: Int? = nil, language: String? = "en",
    summary: String = "The ferry to Harlow Island sails again after nine days.",
    paragraphs: [String] = [
      "The ferry to Harlow Island sails again after nine days.",
      "The harbour office said on Friday that the repaired ramp had passed its last test.",
    ],
    html: String? = nil, tags: [String] = [], coverage: [Coverage]? = nil
  ) -> Entry {
    Entry(
      id: id(name), slug: "\(name)-7d3a", link: "\(baseURL)stories/\(name)-7d3a/", title: title,
      language: language, published: date(minute), updated: date(updated ?? minute),
      summary: summary, paragraphs: paragraphs, html: html,
      coverage: coverage ?? [
        Sample.coverage("Harlow Courier", title, minute: minute, relation: .canonical)
      ], tags: tags)
  }

  static func feed(
    _ entries: [Entry] = [entry()], name: String = "", title: String = "The Harlow Fold",
    language: String? = "en", extent: TextExtent = .extract, tombstones: [Tombstone] = [],
    hubs: [String] = [], archive: ArchivePosition = ArchivePosition()
  ) -> Feed {
    Feed(
      name: name, title: title, subtitle: "What Harlow and the islands report, one entry a story.",
      id: "tag:news.example,2026:feed" + (name.isEmpty ? "" : "/" + name), baseURL: baseURL,
      language: language,
      updated: entries.map(\.updated).max() ?? date(0),
      author: Person(name: "The Harlow Fold", url: baseURL), entries: entries,
      tombstones: tombstones, hubs: hubs, textExtent: extent, archive: archive)
  }
}
