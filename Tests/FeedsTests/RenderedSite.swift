import Feeds
import Foundation
import NewsModel
import Testing

/// The folder to write to; without it nothing is rendered.
private let folderToRender = ProcessInfo.processInfo.environment["NEWSFOLD_RENDER_TO"]

/// For looking at, and for checks from outside: `NEWSFOLD_RENDER_TO=/tmp/out swift test --filter
/// RenderedSite` writes the sample site in each language (`site`, `site-de`, …, `site-ar`) and the
/// nasty one in each extent (`nasty-full`, …).
@Suite("rendering to a folder", .enabled(if: folderToRender != nil))
struct RenderedSite {
  @Test("writes the sample sites")
  func render() throws {
    let folder = URL(filePath: try #require(folderToRender))
    try write(SampleSite.feed, to: folder.appending(path: "site"))
    for language in ["de", "fr", "es", "vi", "ar"] {
      var feed = SampleSite.feed
      feed.language = language
      feed.textExtent = .full
      try write(feed, to: folder.appending(path: "site-\(language)"))
    }
    for extent in TextExtent.allCases {
      try write(NastyFeed.feed(extent), to: folder.appending(path: "nasty-\(extent.rawValue)"))
    }
  }

  private func write(_ feed: Feed, to folder: URL) throws {
    let site = SiteDescription(
      main: feed, further: [FeedListing(name: "fire", title: "Fire & rescue", subtitle: "")])
    var documents = FeedFormats.all.map { $0.document(of: feed) }
    let pages = SitePages(site: site)
    documents += pages.documents(of: feed) + pages.ofSite + SitePages.sharedFiles
    documents += feed.entries.map { StoryPage(site: site).document(of: $0) }
    documents += feed.tombstones.map { tombstone in
      tombstone.survivor == nil
        ? GonePage(site: site).document(of: tombstone)
        : MovedPage(site: site).document(of: tombstone)
    }
    for document in documents {
      let file = folder.appending(path: document.path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(document.bytes).write(to: file)
    }
  }
}
