import NewsModel
import Stories

/// The person's last word, `pins.yaml`: what is one story, what is not, which article leads, which
/// title stands.
///
/// Articles are named by path, id or permalink. A name that means nothing yet waits for its
/// article.
public struct Pins: Hashable, Sendable {
  /// Articles that are one story, each list one.
  public var together: [[String]] = []
  /// Articles that are not one story with any other of their list.
  public var apart: [[String]] = []
  /// Articles that lead their story.
  public var lead: [String] = []
  /// Titles of the stories that hold these articles.
  public var titles: [Title] = []

  /// A title and an article of the story that bears it.
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
  /// - Returns: Those whose articles are both there.
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
