import FoundationEssentials
import NewsModel
import Testing

@testable import Feeds

@Suite("What static hosts are told")
struct HostingDocumentsTests {
  private func texts(_ host: StaticHost, base: String, retired: Int = 2) -> [String: String] {
    var site = SiteDescription(
      main: SampleSite.feed, further: [FeedListing(name: "fire", title: "Fire", language: nil)])
    site.baseURL = base
    let tombstones = (0..<retired).map { number in
      Tombstone(
        id: EntryID("tag:news.example,2026:story/\(number)"), slug: "story-\(number)",
        when: Sample.date(0), survivor: number == 0 ? EntryID("tag:a") : nil,
        survivorLink: number == 0 ? "\(base)stories/other/" : nil, title: "Story")
    }
    let documents = HostingDocuments(site: site, minutesToLive: 5, retired: tombstones)
      .documents(for: host, lastModified: Sample.date(0))
    return Dictionary(uniqueKeysWithValues: documents.map { ($0.path, $0.text) })
  }

  @Test(
    "redirects and headers begin with the path below which the site is served",
    arguments: ["", "sub/"])
  func root(path: String) throws {
    let base = "https://news.example/\(path)"
    let netlify = texts(.netlify, base: base)
    let nginx = try #require(texts(.nginx, base: base)["_nginx.conf"])
    let caddy = try #require(texts(.caddy, base: base)["_Caddyfile"])

    #expect(
      netlify["_redirects"] == """
        /\(path)stories/story-0/ \(base)stories/other/ 301!
        /\(path)stories/story-1/ /\(path)stories/story-1/index.html 410!

        """)
    #expect(netlify["_headers"]?.hasPrefix("/\(path)*\n") == true)
    #expect(
      netlify["_headers"]?.contains(
        "\n/\(path)fire/archive/:number/atom.xml\n  Content-Type: application/atom+xml") == true)
    #expect(
      nginx.contains("location = /\(path)stories/story-0/ { return 308 \(base)stories/other/; }"))
    #expect(caddy.contains("redir /\(path)stories/story-0/ \(base)stories/other/ 308"))
  }

  @Test("only so many retired stories are named", arguments: StaticHost.allCases)
  func bound(host: StaticHost) {
    let most = texts(host, base: "https://news.example/", retired: HostingDocuments.mostRetired)
    let more = texts(host, base: "https://news.example/", retired: HostingDocuments.mostRetired + 9)

    #expect(most == more && Set(most.keys) == Set(host.paths))
  }
}
