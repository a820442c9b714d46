import FoundationEssentials

/// Reads the typed links that a feed document states itself.
///
/// A publication brings the links of its documents. After a restart only the document is left, and
/// WebSub subscribers ask for them at any time.
enum StatedLinks {
  /// The links of an XML document for the `Link` header: hubs, itself, its page.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - element: The name of the element of a link.
  ///   - entry: The name of the element of an entry; the entries come after all links of the feed.
  ///   - depth: How many elements both lie in.
  /// - Returns: The links; none of what is no feed.
  static func xml(
    _ bytes: [UInt8], element: String, entry: String, depth: Int
  ) -> [WebLink] {
    var links: [WebLink] = []
    for tag in XMLTags(bytes) where tag.depth == depth && tag.kind != .closing {
      let name = String(decoding: bytes[tag.name], as: UTF8.self)
      if name == entry { break }
      guard name == element else { continue }
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

  /// The links of a JSON Feed for the `Link` header; none of what is no feed.
  static func json(_ bytes: [UInt8]) -> [WebLink] {
    // A document that is no JSON states no links; its own check refused it long before.
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
