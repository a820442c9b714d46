import FoundationEssentials
import NewsModel

/// `stories/SLUG/story.json`: a story's identity and coverage, for programs, and for newsfold when
/// `state/` is lost.
///
/// Everything that a client has seen of the story can be recovered from it.
struct PublishedStory: Codable, Hashable, Sendable {
  /// The version of this document's keys.
  static let schema = 1

  var schema = PublishedStory.schema
  /// The story, if it is published.
  var story: Story?
  /// The retired story, if it is not.
  var retired: RetiredStory?
  /// Its articles in order of id.
  var articles: [Member]
  /// The dates that newsfold gave to former articles of the story, and to those that have stated an
  /// earlier one since; nil if there are none.
  var formerDates: [PlacedDate]?
  /// The changes of ids that led to the present ids of its articles; nil if all have their first.
  var renamed: [RenamedArticle]?

  /// One article of the story.
  struct Member: Codable, Hashable, Sendable {
    var id: ArticleID
    var outlet: String
    var title: String
    var url: String?
    var language: String?
    var published: Date
    /// Whether `published` was given by newsfold when the article was first seen.
    var isPlaced: Bool
  }

  /// The document's bytes.
  func encoded() -> [UInt8] {
    let encoder = StateCoding.encoder()
    encoder.outputFormatting.insert(.prettyPrinted)
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      preconditionFailure("a story that is no JSON: \(error)")
    }
  }
}
