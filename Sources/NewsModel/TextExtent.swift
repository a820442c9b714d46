/// The share of an article's text that a feed shows.
public enum TextExtent: String, Codable, Hashable, Sendable, CaseIterable {
  /// The canonical article's whole body.
  case full
  /// Its first sentences: the default, because the text is other people's.
  case extract
  /// Its headline and its sources only.
  case headline

  /// The lesser of two extents: an outlet's own setting can only take away.
  public func limited(by other: TextExtent?) -> TextExtent {
    guard let other else { return self }
    let order: [TextExtent] = [.headline, .extract, .full]
    let positions = (order.firstIndex(of: self) ?? 0, order.firstIndex(of: other) ?? 0)
    return order[min(positions.0, positions.1)]
  }
}
