import Feeds
import Foundation
import NewsModel
import Testing

/// The documents of the sample site, byte for byte.
///
/// After an intended change, `NEWSFOLD_RECORD=1 swift test --filter GoldenDocuments` writes them
/// again. Look at the difference before you commit it.
@Suite("golden documents")
struct GoldenDocuments {
  static let documents: [FeedDocument] = {
    let feed = SampleSite.feed
    let site = SiteDescription(
      main: feed, further: [FeedListing(name: "fire", title: "Fire & rescue", subtitle: "")])
    return FeedFormats.all.map { $0.document(of: feed) } + [
      OPMLFormat().document(of: site, updated: feed.updated),
      FrontPage(site: site).document(of: feed),
      StoryPage(site: site).document(of: SampleSite.warehouse),
      MovedPage(site: site).document(of: SampleSite.merged),
      GonePage(site: site).document(of: SampleSite.withdrawn),
    ] + days(site)
  }()

  /// The pages that list the stories of the sample's two days.
  private static func days(_ site: SiteDescription) -> [FeedDocument] {
    let lists = Dictionary(grouping: SampleSite.entries) { SiteDay($0.published) }
    let days = lists.keys.sorted()
    let stories = lists.mapValues { entries in
      entries.map { entry in
        ListedStory(
          slug: entry.slug, title: entry.title, language: entry.language,
          published: entry.published, updated: entry.updated, outlets: entry.coverage.map(\.outlet))
      }
    }
    let last = days.last.map { day in
      DayPages(site: site).documents(of: day, stories[day] ?? [], previous: days.first, next: nil)
        + [Sitemap(site: site).document(of: day, stories[day] ?? [])]
    }
    return (last ?? [])
      + [CalendarPages(site: site).index(days), Sitemap(site: site).index(days)]
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Documents")

  @Test("the sample site is rendered as recorded", arguments: documents.map(\.path))
  func golden(path: String) throws {
    let document = try #require(Self.documents.first { $0.path == path })
    let file = Self.folder.appending(path: path.replacing("/", with: "-"))
    if ProcessInfo.processInfo.environment["NEWSFOLD_RECORD"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(document.bytes).write(to: file)
    }

    let recorded = try Data(contentsOf: file)

    guard Array(recorded) != document.bytes else { return }
    let old = String(decoding: recorded, as: UTF8.self).split(separator: "\n")
    let new = document.text.split(separator: "\n")
    let line =
      zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    Issue.record(
      """
      \(path) differs from line \(line + 1) on
      - \(old.indices.contains(line) ? old[line] : "(end)")
      + \(new.indices.contains(line) ? new[line] : "(end)")
      """)
  }
}
