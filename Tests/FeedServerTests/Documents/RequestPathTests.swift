import Testing

@testable import FeedServer

@Suite("RequestPath")
struct RequestPathTests {
  @Test(
    "targets name documents",
    arguments: [
      ("/", "index.html"), ("/atom.xml", "atom.xml"), ("/atom.xml?a=b", "atom.xml"),
      ("/stories/a-1/", "stories/a-1/index.html"), ("/stories/a-1", "stories/a-1"),
      ("/caf%C3%A9/", "café/index.html"), ("/a%20b.txt", "a b.txt"), ("/%61tom.xml", "atom.xml"),
      ("http://host.example/atom.xml", "atom.xml"), ("HTTPS://host.example:1/a", "a"),
      ("http://host.example", "index.html"), ("/?q", "index.html"), ("/a..b/c", "a..b/c"),
      ("/%252e%252e/a", "%2e%2e/a"),
    ])
  func documents(target: String, document: String) throws {
    #expect(try RequestPath(target: target).document == document)
  }

  @Test(
    "targets that break the syntax or mean to leave are refused",
    arguments: [
      ("/../etc/passwd", RequestPath.Refusal.absent), ("/%2e%2e/etc/passwd", .absent),
      ("/a/../b", .absent), ("/./a", .absent), ("//etc/passwd", .absent), ("/a//b", .absent),
      ("/.git/config", .absent), ("/a/.hidden", .absent), ("/..%2f..%2fetc", .malformed),
      ("/%2fetc", .malformed), ("/a%5cb", .malformed), ("/..\\etc", .malformed),
      ("/a%00.html", .malformed), ("/a%0d%0ab", .malformed), ("/a%zz", .malformed),
      ("/a%", .malformed), ("/a%4", .malformed), ("/%c0%ae%c0%ae/a", .malformed),
      ("/a/%c0%af", .malformed), ("/%ff", .malformed), ("/a#b", .malformed), ("", .malformed),
      ("*", .malformed), ("file:///etc/passwd", .malformed), ("host.example:80", .malformed),
      ("/a%7f", .malformed),
    ] as [(String, RequestPath.Refusal)])
  func refusals(target: String, refusal: RequestPath.Refusal) {
    #expect(throws: refusal) { try RequestPath(target: target) }
  }
}
