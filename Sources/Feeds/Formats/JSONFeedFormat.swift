public import NewsModel

/// JSON Feed 1.1 with the `_newsfold` extension (`JSONFeedExtension`).
public struct JSONFeedFormat: FeedFormat {
  /// Makes the format.
  public init() {}

  /// The name that pages show.
  public var name: String { "JSON Feed" }
  /// The last part of the document's path.
  public var fileName: String { "feed.json" }
  /// The media type that links state (JSON Feed 1.1, "Suggestions for Publishers").
  public var linkType: String { "application/feed+json" }
  /// The media type that HTTP states; JSON is UTF-8 and has no charset parameter (RFC 8259 §11).
  public var mediaType: String { "application/feed+json" }
  /// The places of entries, links and addresses.
  public var syntax: FeedSyntax {
    .json
  }

  /// Reads a document for its check.
  public func read(_ bytes: [UInt8]) throws(DocumentFault) -> CheckedFeed {
    try JSONFeedCheck().read(bytes)
  }

  /// Reads the links that a document states of itself.
  public func links(of bytes: [UInt8]) -> [WebLink] { StatedLinks.json(bytes) }

  /// Renders one element of `items`.
  public func fragment(of entry: Entry, setting: EntrySetting) -> [UInt8] {
    JSONFeedItemWriter(entry: entry, content: EntryContent(entry, setting), setting: setting)
      .fragment()
  }

  /// Renders the feed.
  public func bytes(of feed: Feed, fragments: [[UInt8]]) -> [UInt8] {
    // 4 kB hold the feed's own members.
    var json = JSONWriter(capacity: fragments.reduce(4096) { $0 + $1.count + 8 })
    json.object { json in
      json.text("version", "https://jsonfeed.org/version/1.1")
      json.text("title", EntryWords.unmistakable(feed.title))
      json.text("home_page_url", feed.baseURL)
      json.text("feed_url", FeedAddress.url(of: feed, as: self))
      if !feed.subtitle.isEmpty { json.text("description", EntryWords.unmistakable(feed.subtitle)) }
      // The pages of one feed, from the newest to the oldest; RFC 5005 calls the link prev-archive.
      if let previous = feed.archive.previous {
        json.text("next_url", FeedAddress.archiveURL(of: feed, number: previous, as: self))
      }
      json.text("icon", feed.baseURL + PageAssets.iconPath)
      json.text("favicon", feed.baseURL + PageAssets.faviconPath)
      json.array("authors") { json in JSONFeedItemWriter.write(feed.author, to: &json) }
      json.text("language", feed.language)
      if !feed.hubs.isEmpty {
        json.array("hubs") { json in
          for hub in feed.hubs {
            json.object { json in
              json.text("type", "WebSub")
              json.text("url", hub)
            }
          }
        }
      }
      JSONFeedExtension.write(feed, as: self, to: &json)
      json.array("items") { json in for fragment in fragments { json.append(fragment: fragment) } }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
