import Compression
import Feeds
import FoundationEssentials
import NIOCore
import Testing

@testable import FeedServer

@Suite("Documents over HTTP")
struct DocumentsOverHTTPTests {
  private static let files = [
    "index.html": "<!doctype html><title>front</title>", "atom.xml": Fixture.atom([("1", "One")]),
    "feed.json": "{\"items\":[]}", "feeds.opml": "<opml/>", "politics/atom.xml": "<feed/>",
    "stories/a-1/index.html": "<!doctype html><title>story</title>", ".hidden": "x",
  ]

  @Test(
    "each document has its type, guard and cache headers",
    arguments: [
      ("/", "text/html; charset=utf-8"), ("/atom.xml", "application/atom+xml; charset=utf-8"),
      ("/feed.json", "application/feed+json"), ("/feeds.opml", "text/x-opml; charset=utf-8"),
      ("/politics/atom.xml", "application/atom+xml; charset=utf-8"),
      ("/stories/a-1/", "text/html; charset=utf-8"),
    ])
  func types(target: String, type: String) async throws {
    try await LiveServer.with(files: Self.files) { server in
      let answer = try await server.ask(target)
      let head = try await server.ask(target, method: "HEAD")

      #expect(answer.status == 200)
      #expect(answer["content-type"] == type)
      #expect(answer["x-content-type-options"] == "nosniff")
      #expect(answer["cache-control"] == "public, max-age=300")
      #expect((answer["content-security-policy"] != nil) == type.hasPrefix("text/html"))
      #expect((answer["access-control-allow-origin"] == "*") == !type.hasPrefix("text/html"))
      for name in ["etag", "last-modified", "content-length", "content-type"] {
        #expect(head[name] == answer[name], "\(name)")
      }
      #expect(head.rest.isEmpty)
    }
  }

  @Test("hubs and the feed's own address are in the Link header after a restart, too")
  func links() async throws {
    try await LiveServer.with(files: Self.files) { server in
      let link = try #require(try await server.ask("/atom.xml")["link"])

      #expect(link.contains("<https://hub.example/?a=1&b=2>; rel=\"hub\""))
      #expect(link.contains("<http://127.0.0.1:8080/atom.xml>; rel=\"self\""))
    }
  }

  @Test("what is on disk and what is served are the same bytes, coded or not")
  func sameBytes() async throws {
    try await LiveServer.with(files: Self.files) { server in
      for (name, text) in Self.files where !name.hasPrefix(".") {
        let plain = try await server.ask("/" + name)
        let coded = try await server.ask("/" + name, ["Accept-Encoding: gzip"])

        #expect(plain.text == text, "\(name)")
        let decoded =
          coded["content-encoding"] == "gzip"
          ? Gzip.decompressed(coded.body, limit: 100_000) : coded.body
        #expect(decoded == Array(text.utf8), "\(name)")
      }
    }
  }

  @Test("a directory without its slash is redirected, with its query")
  func slash() async throws {
    try await LiveServer.with(files: Self.files) { server in
      let answer = try await server.ask("/stories/a-1?x=1")

      #expect(answer.status == 308)
      #expect(answer["location"] == "a-1/?x=1")
    }
  }

  @Test("merged stories are 308 and withdrawn ones 410, after a restart and after a publication")
  func retired() async throws {
    let retired = RetiredPaths(
      redirects: [
        PageRedirect(path: "stories/b-2/index.html", url: "http://h.example/stories/a-1/")
      ],
      gone: ["stories/c-3/index.html"])
    try await LiveServer.with(files: Self.files, retired: retired) { server in
      try await server.server.publish(
        Publication(
          redirects: [
            PageRedirect(path: "stories/d-4/index.html", url: "http://h.example/stories/a-1/")
          ], gone: ["stories/a-1/index.html"]))

      for target in ["/stories/b-2/", "/stories/b-2", "/stories/d-4/"] {
        let answer = try await server.ask(target)
        #expect(answer.status == 308, "\(target)")
        #expect(answer["location"] == "http://h.example/stories/a-1/")
      }
      let bare = try await server.ask("/stories/c-3/")
      let page = try await server.ask("/stories/a-1/")
      #expect(bare.status == 410)
      #expect(page.status == 410 && page.text.contains("<title>story</title>"))
      #expect(page["etag"] == nil)
    }
  }

  @Test("validators survive a restart, and a delta can start from before it")
  func restart() async throws {
    let memory = NotesInMemory()
    let first = Fixture.atom([("1", "One"), ("2", "Two")])
    let second = Fixture.atom([("3", "Three"), ("1", "One"), ("2", "Two")])
    let tags = try await withTags(memory, first)
    let again = try await withTags(memory, second, base: tags.tag)

    #expect(tags.status == 200)
    #expect(again.status == 226)
    #expect(again.body.contains("Three") && !again.body.contains("Two"))
  }

  /// Serves one version, asks for it with a base, and stops in order.
  private func withTags(
    _ memory: any TargetMemory, _ text: String, base: String? = nil
  ) async throws -> (status: Int, tag: String, body: String) {
    let (answers, send) = AsyncStream<RawAnswer>.makeStream()
    try await LiveServer.with(files: ["atom.xml": text], memory: memory) {
      server in
      let headers = base.map { ["A-IM: feed", "If-None-Match: \($0)"] } ?? []
      send.yield(try await server.ask("/atom.xml", headers))
    }
    send.finish()
    var iterator = answers.makeAsyncIterator()
    let answer = try #require(await iterator.next())
    return (answer.status, answer["etag"] ?? "", answer.text)
  }

  @Test("readers see the old version or the new one, and nothing between, while it is replaced")
  func atomic() async throws {
    let versions = (0..<20).map { number in
      Fixture.atom((0..<30).map { ("\($0)", "Entry \($0) of version \(number)") })
    }
    try await LiveServer.with(files: ["atom.xml": versions[0]]) { server in
      try await withThrowingTaskGroup { group in
        group.addTask {
          for version in versions {
            try await server.server.publish(Publication(documents: [Fixture.document(version)]))
          }
        }
        for _ in 0..<4 {
          group.addTask {
            for _ in 0..<20 {
              let answer = try await server.ask("/atom.xml", ["Accept-Encoding: gzip"])
              let text = String(
                decoding: Gzip.decompressed(answer.body, limit: 1_000_000) ?? [], as: UTF8.self)

              #expect(versions.contains(text))
              #expect(
                answer["etag"]?.hasPrefix(
                  String(Fixture.served(text).identity.tag.opaque.dropLast())) == true)
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("hidden files, links out and paths that climb are not there")
  func hidden() async throws {
    try await LiveServer.with(files: Self.files) { server in
      for target in ["/.hidden", "/../secret", "/stories/../.hidden", "/.git/config"] {
        let answer = try await server.ask(target)

        #expect(answer.status == 404, "\(target)")
      }
    }
  }
}
