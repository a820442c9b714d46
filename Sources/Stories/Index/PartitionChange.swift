public import NewsModel

/// The effect of a batch of changes on the stories: the groups that ended, and those in their
/// place.
///
/// Groups that kept all of their articles and gained none are in neither.
public struct PartitionChange: Hashable, Sendable {
  /// Groups that ended; each ordered, all ordered by their first article.
  public var old: [[ArticleID]]
  /// Groups that began; each ordered, all ordered by their first article.
  public var new: [[ArticleID]]

  /// Makes a change.
  public init(old: [[ArticleID]] = [], new: [[ArticleID]] = []) {
    self.old = old
    self.new = new
  }
}
