import NewsModel

/// The links between the documents of an archived feed (RFC 5005 §4).
enum ArchiveLinks {
  /// The links `current` in archive documents, and `prev-archive` and `next-archive` if there is
  /// such a document.
  static func links(of feed: Feed, as format: any FeedFormat) -> [WebLink] {
    var links: [WebLink] = []
    func add(_ relation: String, _ url: String) {
      links.append(WebLink(relation: relation, url: url, mediaType: format.linkType))
    }
    if feed.archive.number != nil {
      add("current", FeedAddress.subscriptionURL(of: feed, as: format))
    }
    if let previous = feed.archive.previous {
      add("prev-archive", FeedAddress.archiveURL(of: feed, number: previous, as: format))
    }
    if let next = feed.archive.next {
      add("next-archive", FeedAddress.archiveURL(of: feed, number: next, as: format))
    }
    return links
  }
}
