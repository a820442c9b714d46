import NewsModel

/// A feed reader on the web that subscribes when a link with the feed's address is opened.
struct WebReader: Sendable {
  let name: String
  /// Its documented address; the feed's address follows it, percent-encoded.
  let prefix: String

  static let all = [
    WebReader(name: "Feedly", prefix: "https://feedly.com/i/subscription/feed%2F"),
    WebReader(name: "Inoreader", prefix: "https://www.inoreader.com/?add_feed="),
    WebReader(name: "NewsBlur", prefix: "https://www.newsblur.com/?url="),
    WebReader(name: "Feedbin", prefix: "https://feedbin.com/?subscribe="),
    WebReader(name: "The Old Reader", prefix: "https://theoldreader.com/feeds/subscribe?url="),
  ]

  func address(subscribingTo url: String) -> String { prefix + PercentCoding.coded(value: url) }

  /// The address that a reader on the computer opens.
  ///
  /// `feed://host/…`, which is also valid as a URL; readers ask over http first, and are redirected
  /// if the site uses https.
  static func feedAddress(_ url: String) -> String {
    let rest = url.drop { $0 != ":" }
    return "feed" + rest
  }
}
