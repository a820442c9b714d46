import Foundation
import Glibc
import NewsModel
import Testing

@testable import Stories
@testable import SyncDaemon

/// A site that the version of 2026-11-30 made, with archives, pins, an alias, a withdrawn story and
/// an undated article.
///
/// `Site/` is as that version left it, without the files that every start makes again: gzip forms,
/// indices, the lock.
struct UpgradedSite {
  let site: PipelineSite

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path + "/Site"

  init() throws {
    site = try PipelineSite()
    let yaml = try String(contentsOfFile: Self.folder + "/newsfold.yaml", encoding: .utf8)
    site.settings = try SettingsReader.read(yaml: yaml, path: "newsfold.yaml", environment: [:])
    site.pinsText = try String(contentsOfFile: Self.folder + "/pins.yaml", encoding: .utf8)
    // Two days after the last article was first seen.
    site.clock = Date(timeIntervalSince1970: 1_796_234_400)
    let files = POSIXFiles()
    for path in FileManager.default.subpaths(atPath: Self.folder) ?? [] {
      guard let bytes = try files.read(Self.folder + "/" + path, or: []), !bytes.isEmpty else {
        continue
      }
      if path.hasPrefix("articles/") {
        site.write(String(decoding: bytes, as: UTF8.self), to: String(path.dropFirst(9)))
      } else {
        try site.memory.write(bytes, to: site.site.root + "/" + path)
      }
    }
    try site.takeUpStateFiles()
    // The times that the version of that day saw, because a checkout gives files times of its own.
    let state = try whole()
    for file in state.files.values {
      let (seconds, nanoseconds) = file.modified.quotientAndRemainder(dividingBy: 1_000_000_000)
      let time = timespec(tv_sec: Int(seconds), tv_nsec: Int(nanoseconds))
      try #require(utimensat(AT_FDCWD, site.path(file.path.text), [time, time], 0) == 0)
    }
  }

  /// The whole state, the archive included.
  func whole() throws -> SyncState {
    var store = site.openStore
    let state = try store.load()
    var archive = StateArchive(store.documents)
    try #require(try archive.open(Array(state.archives.values), isOwner: false).isEmpty)
    return try archive.unfolded(state)
  }

  /// The parts of an entry that readers see.
  struct Shown: Equatable {
    var updated: String
    var published: String
    /// The text without markup.
    var text: String
  }

  /// The entries of all documents of all feeds, by feed and id.
  func shown() throws -> [String: [String: Shown]] {
    struct Document: Decodable {
      struct Item: Decodable {
        var id: String
        var date_published: String
        var date_modified: String
        var content_html: String
      }
      var items: [Item]
    }
    var found: [String: [String: Shown]] = [:]
    for (path, bytes) in try site.memory.tree(site.publicDirectory)
    where path.hasSuffix("/feed.json") {
      let parts = path.dropFirst(site.publicDirectory.count + 1).split(separator: "/")
      let feed = parts.first.map(String.init) ?? ""
      for item in try JSONDecoder().decode(Document.self, from: Data(bytes)).items {
        let text = item.content_html.replacing(/<[^>]*>/, with: " ")
        found[["feed.json", "archive"].contains(feed) ? "" : feed, default: [:]][item.id] = Shown(
          updated: item.date_modified, published: item.date_published, text: text)
      }
    }
    return found
  }

  /// Gives open articles the ids that a version with another reading would have given them,
  /// everywhere in the state.
  func renameBack(_ renamed: [ArticleID: ArticleID]) throws {
    var store = site.openStore
    var state = try store.load()
    let mint = SingleArticleEntry(settings: site.settings, firstNames: [:])
    var records: [StateRecord] = []
    for (now, former) in renamed {
      var record = try #require(state.articles[now])
      record.id = former
      for place in record.versions.indices { record.versions[place].article.id = former }
      records += [.articleGone(now), .article(record)]
      if let placed = state.placed[now] {
        records.append(.placed(PlacedDate(article: former, date: placed.date)))
      }
    }
    for var file in state.files.values where file.articles.contains(where: { renamed[$0] != nil }) {
      file.articles = file.articles.map { renamed[$0] ?? $0 }
      records.append(.file(file))
    }
    for var story in state.ledger.stories.values {
      let before = story
      story.rename(renamed)
      if let old = EntrySubstance(stored: story.substance) {
        story.substance = old.renaming(renamed).stored
      }
      if story != before { records.append(.story(story)) }
    }
    let entries = Dictionary(
      renamed.map { (mint.id(of: $0), mint.id(of: $1)) }, uniquingKeysWith: { one, _ in one })
    for var feed in state.feeds.values {
      feed.entries = feed.entries.map { entries[$0] ?? $0 }
      records.append(.feed(feed))
    }
    try store.append(records)
    for record in records { state.apply(record) }
  }
}

extension POSIXFiles {
  /// The bytes of a file; others for a directory.
  fileprivate func read(_ path: String, or other: [UInt8]) throws -> [UInt8]? {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
      !isDirectory.boolValue
    else { return other }
    return try read(path)
  }
}
