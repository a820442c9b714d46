import Testing

@testable import FeedServer

@Suite("RFC 9112 §3.2: Host and request target")
struct Section3_2_Host {
  @Test(
    "a host and a port are valid, anything else is not",
    arguments: [
      ("a.example", true), ("a.example:8080", true), ("127.0.0.1:80", true), ("[::1]:8080", true),
      ("[::1]", true), ("", true), ("a:", true), ("a b", false), ("a/b", false), ("a:80:80", false),
      ("a:b", false), ("[::1", false), ("[]", false), ("[::1]x", false), ("a@b", false),
      ("a:123456", false), ("a\"b", false), ("a,b", true),
    ])
  func syntax(value: String, isValid: Bool) {
    #expect(HostField.isValid(value) == isValid)
  }

  @Test(
    "requests over the wire are refused or answered by their Host and target",
    arguments: [
      ("GET /atom.xml HTTP/1.1\r\nHost: a\r\n", 200),
      ("GET /atom.xml HTTP/1.1\r\n", 400),
      ("GET /atom.xml HTTP/1.1\r\nHost: a\r\nHost: a\r\n", 400),
      ("GET /atom.xml HTTP/1.1\r\nHost: a b/c\r\n", 400),
      ("GET http://a/atom.xml HTTP/1.1\r\nHost: a\r\n", 200),
      ("GET file:///etc/passwd HTTP/1.1\r\nHost: a\r\n", 400),
      ("GET * HTTP/1.1\r\nHost: a\r\n", 400),
      ("OPTIONS * HTTP/1.1\r\nHost: a\r\n", 204),
      ("GET /atom.xml HTTP/1.0\r\n", 200),
      ("GET /atom.xml HTTP/1.0\r\nHost: a\r\nHost: b\r\n", 400),
      ("\r\n\r\nGET /atom.xml HTTP/1.1\r\nHost: a\r\n", 200),
      ("GET /atom.xml HTTP/9.9\r\nHost: a\r\n", 505),
      ("GET /atom.xml HTTP/2.0\r\nHost: a\r\n", 505),
      ("BREW /atom.xml HTTP/1.1\r\nHost: a\r\n", 501),
      ("get /atom.xml HTTP/1.1\r\nHost: a\r\n", 501),
      ("\u{16}\u{3}\u{1}\u{2}\r\n", 400),
      ("GET /atom.xml\u{0}x HTTP/1.1\r\nHost: a\r\n", 400),
    ])
  func requests(head: String, status: Int) async throws {
    try await LiveServer.with { server in
      let bytes = try await server.exchange(head + "Connection: close\r\n\r\n")

      #expect(try RawAnswer(bytes).status == status)
    }
  }
}
