public import NewsModel

/// The site as pages and the list of feeds describe it.
public struct SiteDescription: Hashable, Sendable {
  /// The title that readers see.
  public var title: String
  /// Its subject, in a sentence.
  public var subtitle: String
  /// The absolute address that `public/` is served at, ending in `/`.
  public var baseURL: String
  /// The language of the interface (BCP 47); English is used if there are no words in it.
  public var language: String?
  /// The publisher.
  public var author: Person
  /// The extent of other people's text that the pages show: as much as the main feed does.
  public var textExtent: TextExtent
  /// The feeds, the main one first.
  public var feeds: [FeedListing]

  /// Makes a site.
  public init(
    title: String, subtitle: String = "", baseURL: String, language: String? = nil, author: Person,
    textExtent: TextExtent = .extract, feeds: [FeedListing]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.baseURL = baseURL
    self.language = language
    self.author = author
    self.textExtent = textExtent
    self.feeds = feeds
  }

  /// Describes a site by its main feed.
  ///
  /// - Parameters:
  ///   - main: The main feed.
  ///   - further: The further feeds, in the order in which they are listed.
  public init(main: Feed, further: [FeedListing] = []) {
    self.init(
      title: main.title, subtitle: main.subtitle, baseURL: main.baseURL, language: main.language,
      author: main.author, textExtent: main.textExtent, feeds: [FeedListing(main)] + further)
  }
}
