import Markup
import NewsModel

/// Reads a feed as a file, each item an article: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0.
///
/// A feed is a window on an outlet's latest: an item that has left it was not withdrawn. It is
/// withdrawn by a tombstone (`at:deleted-entry`, RFC 6721).
struct FeedArticleReader: ArticleReader {
  let format = ArticleFormat(
    "RSS, Atom", extensions: ["rss", "atom", "rdf", "xml"],
    signature: "the root element `rss`, `rdf:RDF` or `feed`",
    articles: "each item, with its full text where the feed has it; what leaves the feed stays")

  func recognition(of head: FileHead) -> Recognition {
    switch head.root {
    case "rss", "feed", "channel": .certain
    case "rdf" where head.lower.contains("rss") || head.lower.contains("netscape"): .certain
    default: .no
    }
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let text = try Charset.text(of: file, declared: DeclaredCharset.read(file.bytes))
    let tree = try FeedTree(text, path: file.path)
    var gathering = ArticleGathering(file)
    let isAtom = tree.name(of: 0) == "atom:feed" || tree.xml.nodes[0].name == "feed"
    var items = tree.items
    // The last item of a document that breaks off may be cut.
    if tree.xml.isDamaged, !tree.isClosed(text), !items.isEmpty {
      items.removeLast()
      gathering.fail(.damaged("the feed breaks off; its last item is left out"))
    }
    // An export of all posts is no window on the latest.
    let export = WordPressExport(tree, items)
    for item in items {
      if let export {
        guard export.isArticle(item) else { continue }
        if let status = export.heldStatus(of: item) {
          gathering.fail(.keptBack("the status of an item is \(status)"))
        } else {
          gathering.add(
            export.draft(of: item), member: nil, key: tree.text(["guid", "wp:post_id"], of: item))
        }
        continue
      }
      let key = tree.text(["guid", "atom:id", "id"], of: item)
      gathering.add(
        isAtom
          ? AtomEntryReading(tree: tree, entry: item).draft()
          : RSSItemReading(tree: tree, item: item).draft(), member: nil, key: key)
    }
    var result = gathering.result
    result.isWindow = export == nil
    result.withdrawn = tree.tombstones
    // A feed without items is a quiet one.
    let isKeptBack = result.failures.contains(where: \.isKeptBack)
    if result.articles.isEmpty, !isKeptBack, let first = result.failures.first { throw first }
    return result
  }
}
