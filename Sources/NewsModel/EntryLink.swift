/// The page to which the entries of a feed lead.
public enum EntryLink: String, Codable, Hashable, Sendable, CaseIterable {
  /// The story's own page, with all sources. It never moves.
  case story
  /// The report that leads the story, at its outlet; the story's page where that report has no
  /// address.
  case lead
}
