public import NewsModel

/// `search.json`: the texts that the front page's search looks through, so that it works on static
/// hosts.
public enum SearchIndex {
  /// The path of the index, relative to `public/`.
  public static let path = "search.json"

  /// Renders the index of a feed's entries.
  public static func document(of feed: Feed) -> FeedDocument {
    let phrases = Phrases.of(feed.language)
    var json = JSONWriter(capacity: 400 * feed.entries.count)
    json.array { json in
      for entry in feed.entries {
        let content = EntryContent(entry, extent: feed.textExtent, language: feed.language)
        json.object { json in
          json.text("page", "stories/\(entry.slug)/index.html")
          json.text("title", entry.title)
          json.text("summary", content.extent == .headline ? nil : entry.summary)
          json.text("day", phrases.dates.day(entry.updated))
          json.texts("sources", entry.coverage.map { phrases.name(of: $0.outlet) })
          json.texts("tags", entry.tags)
        }
      }
    }
    return FeedDocument(
      path: path, mediaType: "application/json", bytes: json.bytes + [UInt8(ascii: "\n")],
      lastModified: feed.updated)
  }
}
