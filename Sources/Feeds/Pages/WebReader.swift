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

  func address(subscribingTo url: String) -> String { prefix + Self.encoded(url) }

  /// The address that a reader on the computer opens.
  ///
  /// `feed://host/…`, which is also valid as a URL; readers ask over http first, and are redirected
  /// if the site uses https.
  static func feedAddress(_ url: String) -> String {
    let rest = url.drop { $0 != ":" }
    return "feed" + rest
  }

  /// Percent-encodes all but the unreserved characters of RFC 3986 §2.3.
  static func encoded(_ text: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        bytes.append(byte)
      default:
        bytes += [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
