import Feeds
import Markup
import NewsModel

/// Publishes a growing archived feed, and reads it as RFC 5005 §4.2 says a client should.
struct ArchiveClient {
  /// The documents by their addresses.
  var documents: [String: FeedDocument] = [:]

  /// Follows `prev-archive` from a document to the first; of entries met twice the newest counts.
  func reconstruct(from url: String) throws -> [EntryID: String] {
    var entries: [EntryID: String] = [:]
    var visited: [String] = []
    var next: String? = url
    while let url = next {
      guard let document = documents[url], !visited.contains(url) else {
        throw DocumentError(path: url, fault: .missing(name: "document", place: "the archive"))
      }
      visited.append(url)
      let xml = try RenderedXML(document)
      let ids = xml.texts("id", in: "entry")
      for (id, updated) in zip(ids, xml.texts("updated", in: "entry")) {
        let id = EntryID(id)
        if entries[id].map({ $0 < updated }) ?? true { entries[id] = updated }
      }
      next = xml.all("link", in: "feed").first { $0["rel"] == "prev-archive" }?["href"]
    }
    return entries
  }

  mutating func publish(_ feed: Feed) {
    let document = AtomFormat().document(of: feed)
    documents[Sample.baseURL + document.path] = document
  }
}
