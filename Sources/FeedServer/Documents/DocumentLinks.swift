import Feeds
import FoundationEssentials

/// The typed links that a feed document states itself, for a document that was read from disk.
///
/// A publication gives the links of its documents. After a restart they must be read from the
/// document, because WebSub subscribers may ask for them at any time.
enum DocumentLinks {
  /// Reads the links for the `Link` header: hubs, the document itself, its page; none if the
  /// document is no feed.
  static func read(_ bytes: [UInt8], mediaType: String) -> [WebLink] {
    if mediaType.hasPrefix("application/feed+json") { return json(bytes) }
    let isAtom = mediaType.hasPrefix("application/atom+xml")
    guard isAtom || mediaType.hasPrefix("application/rss+xml") else { return [] }
    var links: [WebLink] = []
    for tag in XMLTags(bytes) where tag.depth == (isAtom ? 1 : 2) && tag.kind != .closing {
      let name = String(decoding: bytes[tag.name], as: UTF8.self)
      // The entries come after all links of the feed.
      if name == "entry" || name == "item" { break }
      guard name == (isAtom ? "link" : "atom:link") else { continue }
      let text = String(decoding: bytes[tag.range], as: UTF8.self)
      guard let url = attribute("href", of: text) else { continue }
      let relation = attribute("rel", of: text) ?? "alternate"
      guard relations.contains(relation) else { continue }
      links.append(
        WebLink(relation: relation, url: url, mediaType: attribute("type", of: text)))
    }
    return links
  }

  private static let relations: Set<String> = ["self", "hub", "alternate"]

  private struct JSONHead: Decodable {
    struct Hub: Decodable {
      var url: String
    }

    enum CodingKeys: String, CodingKey {
      case feedURL = "feed_url"
      case pageURL = "home_page_url"
      case hubs
    }

    var feedURL: String?
    var pageURL: String?
    var hubs: [Hub]?
  }

  private static func json(_ bytes: [UInt8]) -> [WebLink] {
    // Silence is right: a document that is no JSON has no links, and its own check refused it
    // before.
    guard let head = try? JSONDecoder().decode(JSONHead.self, from: Data(bytes)) else {
      return []
    }
    var links: [WebLink] = []
    if let url = head.pageURL {
      links.append(WebLink(relation: "alternate", url: url, mediaType: "text/html"))
    }
    if let url = head.feedURL {
      links.append(WebLink(relation: "self", url: url, mediaType: "application/feed+json"))
    }
    return links + (head.hubs ?? []).map { WebLink(relation: "hub", url: $0.url) }
  }

  /// The value of an attribute of a tag, with the five entities of XML resolved.
  private static func attribute(_ name: String, of tag: String) -> String? {
    for quote in ["\"", "'"] {
      guard let start = tag.firstRange(of: " \(name)=\(quote)"),
        let end = tag[start.upperBound...].firstRange(of: quote)
      else { continue }
      let raw = String(tag[start.upperBound..<end.lowerBound])
      return entities.reduce(raw) { $0.replacing($1.0, with: $1.1) }
    }
    return nil
  }

  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
  ]
}
