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
    let isExport = items.contains { tree.text(["wp:post_type"], of: $0) != nil }
    for item in items {
      if isExport, let problem = keptBack(item, tree) {
        if case .keptBack = problem { gathering.fail(problem) }
        continue
      }
      let key = tree.text(["guid", "atom:id", "id"], of: item)
      gathering.add(
        isAtom
          ? AtomEntryReading(tree: tree, entry: item).draft()
          : RSSItemReading(tree: tree, item: item).draft(), member: nil, key: key)
    }
    var result = gathering.result
    result.isWindow = !isExport
    result.withdrawn = tree.tombstones
    // A feed without items is a quiet one.
    let isKeptBack = result.failures.contains(where: \.isKeptBack)
    if result.articles.isEmpty, !isKeptBack, let first = result.failures.first { throw first }
    return result
  }

  /// The reason why an item of a WordPress export (WXR) is no article; nil if it is one.
  private func keptBack(_ item: Int, _ tree: FeedTree) -> ArticleError.Problem? {
    guard ["post", "page"].contains(tree.text(["wp:post_type"], of: item) ?? "post") else {
      return .noArticle(kind: "an attachment", remedy: "Nothing needs to be done")
    }
    let status = tree.text(["wp:status"], of: item) ?? "publish"
    return status == "publish" ? nil : .keptBack("the status of an item is \(status)")
  }
}
