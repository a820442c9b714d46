public import NewsModel

/// The change of one story between two publications.
public struct StoryChange: Hashable, Sendable {
  /// A kind of change.
  public enum Kind: String, Codable, Hashable, Sendable {
    /// A story began.
    case created
    /// Articles joined it.
    case extended
    /// Other stories were folded into it.
    case merged
    /// A part of it became a story of its own.
    case split
    /// Articles left it.
    case shrunk
    /// An article of it has another text, title or date.
    case revised
    /// It came back after it was withdrawn.
    case returned
    /// It was folded into another one or withdrawn.
    case removed
  }

  /// The kind of change; if there were several, the one that a reader would tell first.
  public var kind: Kind
  /// The story as it is now; for `removed`, as it last was.
  public var story: Story
  /// For `removed`: the story that it was folded into; nil if it was withdrawn.
  public var survivor: EntryID?
  /// The articles that joined, in order of publication.
  public var joined: [ArticleID]

  /// Makes a change.
  public init(kind: Kind, story: Story, survivor: EntryID? = nil, joined: [ArticleID] = []) {
    self.kind = kind
    self.story = story
    self.survivor = survivor
    self.joined = joined
  }
}
