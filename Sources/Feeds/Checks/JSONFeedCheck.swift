import FoundationEssentials
import NewsModel

/// Checks a document against JSON Feed 1.1, and its items against newsfold's own rules.
struct JSONFeedCheck {
  private struct Document: Decodable {
    var version: String
    var title: String
    var home_page_url: String
    var feed_url: String
    var next_url: String?
    var items: [Item]
    var _newsfold: Extension
  }

  private struct Extension: Decodable {
    var updated: String
  }

  private struct Item: Decodable {
    var id: String
    var url: String
    var external_url: String?
    var image: String?
    var title: String
    var content_html: String
    var date_published: String
    var date_modified: String
    var attachments: [Attachment]?
  }

  private struct Attachment: Decodable {
    var url: String
    var mime_type: String
  }

  func read(_ bytes: [UInt8]) throws(DocumentFault) -> CheckedFeed {
    let feed: Document
    do {
      feed = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch {
      throw .notWellFormed(reason: Self.reason(error))
    }
    guard feed.version == "https://jsonfeed.org/version/1.1" else {
      throw .missing(name: "version 1.1", place: "the feed")
    }
    for url in [feed.home_page_url, feed.feed_url, feed.next_url] {
      if let url { try AddressCheck.check(url, in: "the feed") }
    }
    var checked = CheckedFeed(latest: try Self.date(feed._newsfold.updated, "the feed"))
    for item in feed.items {
      guard !item.id.isEmpty else { throw .missing(name: "id", place: "an item") }
      guard !item.title.isEmpty else { throw .missing(name: "title", place: item.id) }
      let attached = item.attachments?.map(\.url) ?? []
      for url in [item.url, item.external_url, item.image].compactMap({ $0 }) + attached {
        try AddressCheck.check(url, in: item.id)
      }
      checked.entries.append(
        CheckedFeed.Entry(
          id: EntryID(item.id), published: try Self.date(item.date_published, item.id),
          updated: try Self.date(item.date_modified, item.id)))
    }
    return checked
  }

  private static func date(_ text: String, _ place: String) throws(DocumentFault) -> Date {
    guard let date = Timestamp.rfc3339(text), Timestamp.rfc3339(date) == text else {
      throw .unreadableDate(text, place: place)
    }
    return date
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(_, let context), DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context), DecodingError.dataCorrupted(let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: "/")): \(context.debugDescription)"
    default:
      "\(error)"
    }
  }
}
