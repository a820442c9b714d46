import NewsModel
import Testing

@Suite("HostAndPort")
struct HostAndPortTests {
  @Test(
    "reads addresses and names with a port, and writes them again",
    arguments: [
      ("127.0.0.1:8080", "127.0.0.1", 8080, "127.0.0.1:8080"),
      ("[::1]:80", "::1", 80, "[::1]:80"), ("localhost:0", "localhost", 0, "localhost:0"),
      (":8080", "127.0.0.1", 8080, "127.0.0.1:8080"),
      ("0.0.0.0:65535", "0.0.0.0", 65_535, "0.0.0.0:65535"),
    ])
  func good(text: String, host: String, port: Int, written: String) throws {
    let address = try #require(HostAndPort(text))

    #expect(address == HostAndPort(host: host, port: port))
    #expect(address.description == written)
  }

  @Test(
    "takes nothing else",
    arguments: [
      "", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "a:+80", "::1:80",
      "http://127.0.0.1:80", "a b:80", "[127.0.0.1]:80", "a:８０", "a/b:80", "a:80:90",
    ])
  func bad(text: String) {
    #expect(HostAndPort(text) == nil)
  }

  @Test("knows what is this machine only, and what is every address")
  func reach() {
    for host in ["127.0.0.1", "127.9.9.9", "localhost", "::1"] {
      #expect(HostAndPort(host: host, port: 1).isLoopback)
    }
    #expect(!HostAndPort(host: "0.0.0.0", port: 1).isLoopback)
    #expect(HostAndPort(host: "::", port: 1).isEveryAddress)
  }
}
