import FoundationEssentials
import NewsModel

/// A withdrawn story as `show --json` prints it: without articles, with the date of its withdrawal.
struct WithdrawnStory: Hashable, Codable, Sendable {
  /// The entry's id. It is never given to another story.
  var id: EntryID
  /// The last part of the path of its page, which answers 410.
  var slug: String
  /// The title it last had.
  var title: String
  /// The id that was asked for, if it is another story's that was folded into this one.
  var asked: String?
  /// The founding article's date.
  var published: Date
  /// The date of the last change that a reader could see.
  var updated: Date
  /// When it was withdrawn.
  var withdrawn: Date
  /// Always empty: a withdrawn story has no articles.
  var articles: [ArticleID] = []
  /// The decisions about it, oldest first.
  var decisions: [Decision]

  /// Makes the output from what is remembered of the story.
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
