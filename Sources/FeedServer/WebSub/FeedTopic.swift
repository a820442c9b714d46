import Feeds
import NewsModel

/// One version of a feed document that hubs distribute: WebSub's topic.
struct FeedTopic: Hashable, Sendable {
  /// The address that subscribers name, that of `rel="self"` (WebSub §4).
  let url: String
  /// The hubs that the document names, absolute addresses.
  let hubs: [String]
  /// The digest of the document's bytes.
  let digest: String

  /// Makes a topic of a feed's subscription document; nil for pages and archive documents.
  init?(_ document: FeedDocument) {
    guard MediaType.isFeed(document.mediaType), SiteDirectory.isHot(document.path),
      let own = document.links.first(where: { $0.relation == "self" })
    else { return nil }
    url = own.url
    hubs = document.links.filter { $0.relation == "hub" }.map(\.url)
    // 128 bits tell any two versions of a document apart.
    digest = ContentDigest(document.bytes).hex(digits: 32)
  }
}
