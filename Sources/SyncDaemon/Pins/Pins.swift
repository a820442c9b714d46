import NewsModel
import Stories

/// A person's decisions, read from `pins.yaml`: which articles are one story, which are not, which
/// one leads, which title a story has. They overrule the program.
///
/// Articles are named by path, id or permalink. A name that means no article yet waits for its
/// article.
public struct Pins: Hashable, Sendable {
  /// Lists of articles; each list is one story.
  public var together: [[String]] = []
  /// Lists of articles; no two of a list are one story.
  public var apart: [[String]] = []
  /// Articles that lead their story.
  public var lead: [String] = []
  /// Titles of the stories that hold these articles.
  public var titles: [Title] = []

  /// A title, and an article of the story that has it.
  public struct Title: Hashable, Sendable {
    /// An article of the story.
    public var article: String
    /// The title.
    public var title: String
  }

  /// Makes no pins.
  public init() {}

  /// Every name that the pins use, in their order.
  public var names: [String] {
    Array(together.joined()) + Array(apart.joined()) + lead + titles.map(\.article)
  }

  /// The pins of pairs, as the index takes them.
  ///
  /// - Parameter resolve: The article that a name means, if there is one.
  /// - Returns: The pins whose articles are both known.
  func pairs(_ resolve: (String) -> ArticleID?) -> StoryPins {
    func all(_ lists: [[String]]) -> Set<ArticlePair> {
      var pairs: Set<ArticlePair> = []
      for list in lists {
        let articles = list.compactMap(resolve)
        for (number, one) in articles.enumerated() {
          for other in articles[(number + 1)...] where other != one {
            pairs.insert(ArticlePair(one, other))
          }
        }
      }
      return pairs
    }
    return StoryPins(together: all(together), apart: all(apart))
  }

  /// The pins of one story's entry.
  func entryPins(of articles: [ArticleID], _ resolve: (String) -> ArticleID?) -> EntryPins {
    let members = Set(articles)
    return EntryPins(
      leadingArticle: lead.lazy.compactMap(resolve).first { members.contains($0) },
      title: titles.first { resolve($0.article).map(members.contains) == true }?.title)
  }
}
