public import NewsModel

/// The settings of a feed on which the rendered entries depend.
public struct EntrySetting: Hashable, Sendable {
  /// The feed's language, which the entry need not repeat.
  public var language: String?
  /// The extent of the text that the feed shows.
  public var textExtent: TextExtent

  /// The page to which entries lead.
  public var link: EntryLink

  /// Takes the setting from a feed.
  public init(of feed: Feed) {
    language = feed.language
    textExtent = feed.textExtent
    link = feed.link
  }

  /// The address to which an entry leads.
  func address(of entry: Entry) -> String {
    switch link {
    case .story: entry.link
    case .lead: entry.canonical?.url ?? entry.link
    }
  }

  /// The address of the story's page, if the entry leads elsewhere.
  func page(of entry: Entry) -> String? {
    address(of: entry) == entry.link ? nil : entry.link
  }
}
