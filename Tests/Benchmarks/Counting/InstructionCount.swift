import CCallgrind
import NewsModel
import Stories
import TextStages

/// Runs the stages of a pass on fixed inputs, for callgrind to count their instructions: see
/// `.ci/instructions`. Outside of valgrind it runs them once and counts nothing.
@main
struct InstructionCount {
  static func main() {
    let news = CountedNews(eventCount: 40, seed: 21)
    for name in ["read-json", "read-html", "read-md", "compose", "render"] {
      guard let stage = TextStage.named(name) else { preconditionFailure("no stage \(name)") }
      let texts = news.articles.prefix(40).map { news.bytes(of: $0, as: name) }
      // Tables that are made at first use are not of the text.
      stage.run(texts[0])
      count(name) { for text in texts { stage.run(text) } }
    }
    let engine = ContentDigest("counted")
    var index = StoryIndex()
    var (prepared, bytes): ([PreparedArticle], [UInt8]) = ([], [])
    let preparer = ArticlePreparer()
    _ = preparer.prepare(news.articles[0])
    count("prepare") { prepared = news.articles.map { preparer.prepare($0) } }
    count("fold") {
      index.insert(contentsOf: prepared)
      _ = index.regroup()
    }
    precondition(index.groups.count < news.articles.count, "nothing was folded")
    count("pack") { bytes = index.packed(engine: engine) ?? [] }
    count("unpack") {
      do {
        index = try StoryIndex(packed: bytes, engine: engine)
      } catch {
        preconditionFailure("a packed index is not read: \(error)")
      }
    }
    count("hold") { precondition(news.articles.allSatisfy { index.holds($0) }, "another article") }
  }

  private static func count(_ name: String, _ work: () -> Void) {
    newsfold_count_start()
    work()
    newsfold_count_end(name)
  }
}
