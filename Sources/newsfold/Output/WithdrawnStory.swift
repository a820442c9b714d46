import FoundationEssentials
import NewsModel

/// A story that was withdrawn, as `show --json` prints it: a story without articles, with the
/// moment of its end.
struct WithdrawnStory: Hashable, Codable, Sendable {
  /// The entry's id, which is never given to another story.
  var id: EntryID
  /// The last part of the path of its page, which answers 410.
  var slug: String
  /// The title it last had.
  var title: String
  /// The name that was asked for, if that story was folded into this one before.
  var asked: String?
  /// The founding article's date.
  var published: Date
  /// When a reader would last have noticed something.
  var updated: Date
  /// When it was withdrawn.
  var withdrawn: Date
  /// None any more.
  var articles: [ArticleID] = []
  /// The decisions about it, oldest first.
  var decisions: [Decision]

  /// Tells of a retired story.
  init(_ story: RetiredStory, asked: String) {
    id = story.id
    slug = story.slug
    title = story.title
    self.asked = asked == "\(story.id)" || asked == story.slug ? nil : asked
    published = story.published
    updated = story.updated
    withdrawn = story.when
    decisions = story.decisions
  }
}
