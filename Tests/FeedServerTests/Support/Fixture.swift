import Compression
import Feeds
import FoundationEssentials
import NIOHTTP1

@testable import FeedServer

/// Invented documents and requests for tests.
enum Fixture {
  /// 2026-11-21T12:00:00Z, the time of every test.
  static let now: Int64 = 1_795_262_400
  /// 2026-11-20T08:00:00Z, when the documents changed last.
  static let changed: Int64 = 1_795_161_600

  static let policy = HeaderPolicy(maxAge: 300, contentSecurityPolicy: "default-src 'self'")

  /// An Atom feed with these entries, given as title and updated.
  static func atom(_ entries: [(id: String, title: String)], title: String = "News") -> String {
    let head = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
        <id>tag:news.example,2026:feed</id>
        <title>\(title)</title>
        <updated>2026-11-20T08:00:00Z</updated>
        <author><name>The desk</name></author>
        <link rel="self" href="http://127.0.0.1:8080/atom.xml" type="application/atom+xml"/>
        <link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>

      """
    let body = entries.map { entry in
      """
        <entry>
          <id>tag:news.example,2026:story/\(entry.id)</id>
          <title>\(entry.title)</title>
          <updated>2026-11-20T08:00:00Z</updated>
          <content type="html">&lt;p&gt;<![CDATA[</entry> stays in]]>&lt;/p&gt;</content>
        </entry>

      """
    }
    return head + body.joined() + "</feed>\n"
  }

  static func document(
    _ text: String, path: String = "atom.xml", mediaType: String? = nil, coded: Bool = true,
    lastModified: Int64 = changed
  ) -> FeedDocument {
    FeedDocument(
      path: path, mediaType: mediaType ?? MediaType.of(path: path), bytes: Array(text.utf8),
      lastModified: Date(timeIntervalSince1970: Double(lastModified)))
  }

  static func served(
    _ text: String, path: String = "atom.xml", coded: Bool = true, lastModified: Int64 = changed
  ) -> ServedDocument {
    ServedDocument(
      document(text, path: path, lastModified: lastModified),
      gzip: coded ? Gzip.compressed(Array(text.utf8)) : nil, policy: policy, now: now)
  }

  /// A site in memory, whose directory does not exist.
  static func site(root: String = "/nonexistent") -> ServedSite {
    ServedSite(
      directory: SiteDirectory(root: root), policy: policy, retired: RetiredPaths(),
      deltas: DeltaHistories(), cacheByteCount: 1_000_000, largestDocument: 1_000_000,
      clock: { now })
  }

  static func responder(_ site: ServedSite = site()) -> DocumentResponder {
    DocumentResponder(site: site, clock: { now })
  }

  static func request(_ headers: HTTPHeaders = [:], method: HTTPMethod = .GET) -> DocumentRequest {
    DocumentRequest(
      HTTPRequestHead(version: .http1_1, method: method, uri: "/atom.xml", headers: headers))
  }
}
