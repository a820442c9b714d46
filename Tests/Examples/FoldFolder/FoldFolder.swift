// Folds a folder of article files and prints an Atom feed: the library products from end to end.
//
//   swift run FoldFolder feeds/articles >stories.xml
//
// The libraries are pure: this file is where the folder is read and the feed is printed.

import Articles
import Feeds
import Foundation
import NewsModel
import Stories

@main
struct FoldFolder {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: FoldFolder DIRECTORY\n".utf8))
      exit(64)
    }
    let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)

    // 1. Articles: the bytes of each file become its articles. A bad file costs itself.
    var articles: [ArticleID: Article] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    where ArticleReading.isArticle(path) {
      let url = folder.appendingPathComponent(path)
      let file = ArticleFile(
        path: path, bytes: [UInt8](try Data(contentsOf: url)),
        modified: try url.resourceValues(forKeys: [.contentModificationDateKey])
          .contentModificationDate ?? Date(timeIntervalSince1970: 0))
      do {
        for read in try ArticleReading().read(file).articles {
          articles[read.article.id] = read.article
        }
      } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
      }
    }

    // 2. Stories: which articles report the same event. The set decides, never the order.
    var index = StoryIndex()
    index.insert(contentsOf: articles.values.sorted { $0.id < $1.id })
    _ = index.regroup()

    // 3. Ids: which story has which id, for ever. A program that runs again keeps its ledger.
    var ledger = StoryLedger()
    let facts = FolderFacts(
      articles: articles, index: index,
      entryMint: EntryMint(authority: "example.org", date: "2026-11-30"))
    _ = ledger.apply(
      groups: index.groups, removed: [], publication: 1, now: Date(), facts: facts)

    // 4. Entries: what a reader sees of a story.
    let composer = EntryComposer(
      preferences: CompositionPreferences(baseURL: "https://example.org/news/"))
    let entries = ledger.stories.values
      .map { story in composer.compose(story, articles: story.articles.compactMap { articles[$0] })
      }
      .sorted { ($1.updated, $1.id) < ($0.updated, $0.id) }

    // 5. Feeds: entries become a document. `FeedFormats.all` has RSS and JSON Feed, too.
    let feed = Feed(
      title: folder.lastPathComponent, id: "tag:example.org,2026-11-30:feed/",
      baseURL: "https://example.org/news/",
      updated: entries.first?.updated ?? Date(timeIntervalSince1970: 0),
      author: Person(name: "FoldFolder"), entries: entries)
    FileHandle.standardOutput.write(Data(AtomFormat().document(of: feed).bytes))
  }
}
