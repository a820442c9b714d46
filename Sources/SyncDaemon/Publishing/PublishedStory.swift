import FoundationEssentials
import NewsModel

/// `stories/SLUG/story.json`: a story's identity and coverage, for programs, and for newsfold when
/// `state/` is lost.
///
/// A page of its own format, so that everything a client has seen can be recovered from what was
/// published.
struct PublishedStory: Codable, Hashable, Sendable {
  /// The version of this document's keys.
  static let schema = 1

  var schema = PublishedStory.schema
  /// The story, if it lives.
  var story: Story?
  /// Its end, if it does not.
  var retired: RetiredStory?
  /// Its articles in order of id.
  var articles: [Member]
  /// The dates that newsfold gave to articles that were once in it and are gone; nil where there
  /// are none.
  var formerDates: [PlacedDate]?
  /// The renames by which its articles came to the ids that they have; nil where all have their
  /// first.
  var renamed: [RenamedArticle]?

  /// One article of the story.
  struct Member: Codable, Hashable, Sendable {
    var id: ArticleID
    var outlet: String
    var title: String
    var url: String?
    var published: Date
    /// Whether the date was given by newsfold when the article was first seen.
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
