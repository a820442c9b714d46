import NewsModel
import Testing

@testable import newsfold

@Suite("The address to open")
struct ServedAddressTests {
  @Test(
    "it can be opened on this machine",
    arguments: [
      ("127.0.0.1:8080", "http://127.0.0.1:8080/"), ("0.0.0.0:80", "http://127.0.0.1:80/"),
      ("[::1]:8080", "http://[::1]:8080/"), ("[::]:8080", "http://127.0.0.1:8080/"),
      ("192.0.2.7:8080", "http://192.0.2.7:8080/"),
    ])
  func toOpen(listening: String, address: String) throws {
    #expect(ServedAddress.toOpen(try #require(HostAndPort(listening))) == address)
  }

  @Test(
    "links that cannot lead there are said to, others not",
    arguments: [
      ("http://127.0.0.1:8080/", "127.0.0.1:8080", true),
      ("http://localhost:8080/", "127.0.0.1:8080", true),
      ("http://127.0.0.1:8080/", "127.0.0.1:9090", false),
      ("http://127.0.0.1:8080/", "0.0.0.0:8080", false),
      ("http://127.0.0.1:8080/", "192.0.2.7:8080", false),
      ("http://[::1]:8080/", "[::1]:8080", true),
      ("http://localhost/", "127.0.0.1:80", true), ("http://localhost/", "127.0.0.1:8080", false),
      ("https://news.example/", "127.0.0.1:8080", true),
      ("http://news.example:81/", "0.0.0.0:80", true),
      ("https://localhost/", "127.0.0.1:8080", true),
    ])
  func misfit(baseURL: String, listening: String, fits: Bool) throws {
    let listening = try #require(HostAndPort(listening))

    #expect((ServedAddress.misfit(baseURL: baseURL, listening: listening) == nil) == fits)
  }
}
