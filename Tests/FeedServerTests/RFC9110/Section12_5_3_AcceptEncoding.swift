import NIOHTTP1
import Testing

@testable import FeedServer

@Suite("RFC 9110 §12.5.3: Accept-Encoding")
struct Section12_5_3_AcceptEncoding {
  @Test(
    "gzip is sent where it is asked for and not less wanted than nothing",
    arguments: [
      (nil, false), ("", false), ("gzip", true), ("GZIP", true), ("x-gzip", true), ("*", true),
      ("gzip;q=0", false), ("gzip; q=0.0", false), ("identity", false), ("br", false),
      ("br, gzip", true), ("gzip;q=0.2, br;q=0.9", true), ("gzip;q=0.5, identity;q=0.8", false),
      ("gzip;q=0.8, identity;q=0.5", true), ("*;q=0, gzip", true), ("*;q=0", false),
      ("gzip;q=0, *", false), ("gzip;q=nonsense", false), ("gzip;q=0.001", true),
      ("identity;q=0, gzip;q=0.1", true), ("gzip, deflate, br, zstd", true),
    ] as [(String?, Bool)])
  func preference(value: String?, gzip: Bool) {
    #expect(AcceptEncoding(value).prefersGzip == gzip)
  }

  @Test("a document without coded bytes is sent as it is, and does not vary")
  func uncoded() {
    let document = Fixture.served("<feed/>", coded: false)

    let answer = Fixture.responder().answer(
      Fixture.request(["Accept-Encoding": "gzip"]), with: document)

    #expect(answer.headers["Content-Encoding"] == [])
    #expect(answer.headers["Vary"] == [])
  }
}
