import NIOCore
import NIOHTTP1
import Testing

@testable import FeedServer

@Suite("RFC 9110 §14: ranges")
struct Section14_Range {
  @Test(
    "one range of bytes is served, what else is asked for is not",
    arguments: [
      ("bytes=0-9", ByteRange.part(0..<10)), ("bytes=90-", .part(90..<100)),
      ("bytes=90-200", .part(90..<100)), ("bytes=-5", .part(95..<100)),
      ("bytes=-500", .part(0..<100)), ("Bytes=0-0", .part(0..<1)), ("bytes=100-", .unsatisfiable),
      ("bytes=100-101", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=5-4", .whole),
      ("bytes=abc", .whole), ("bytes=", .whole), ("bytes=-", .whole), ("bytes=0-1,5-6", .whole),
      ("lines=0-1", .whole), ("bytes=1-2-3", .whole), ("bytes=99999999999999999999-", .whole),
      ("bytes=+1-2", .whole),
    ])
  func ranges(value: String, outcome: ByteRange) {
    #expect(ByteRange(value, byteCount: 100) == outcome)
  }

  @Test("§13.1.5 If-Range with another tag, a weak tag or another date means the whole")
  func ifRange() throws {
    let document = Fixture.served("0123456789", path: "a.txt", coded: false)
    let tag = document.identity.tag.opaque
    let cases: [(String, HTTPResponseStatus)] = [
      (tag, .partialContent), ("\"other\"", .ok), ("W/\(tag)", .ok),
      (HTTPDate.imfFixdate(Fixture.changed), .partialContent),
      (HTTPDate.imfFixdate(Fixture.changed + 1), .ok), ("nonsense", .ok),
    ]

    for (condition, status) in cases {
      let answer = Fixture.responder().answer(
        Fixture.request(["Range": "bytes=0-3", "If-Range": condition]), with: document)

      #expect(answer.status == status, "\(condition)")
    }
  }

  @Test("a part carries its place, its length, and the tag of the whole")
  func part() throws {
    let document = Fixture.served("0123456789", path: "a.txt", coded: false)

    let answer = Fixture.responder().answer(
      Fixture.request(["Range": "bytes=2-4"]), with: document)

    #expect(answer.body.map { String(buffer: $0) } == "234")
    #expect(answer.headers["Content-Range"] == ["bytes 2-4/10"])
    #expect(answer.headers["Content-Length"] == ["3"])
    #expect(answer.headers["ETag"] == [document.identity.tag.opaque])
  }

  @Test("a range beyond the end is told the length")
  func beyond() {
    let document = Fixture.served("0123456789", path: "a.txt", coded: false)

    let answer = Fixture.responder().answer(
      Fixture.request(["Range": "bytes=10-"]), with: document)

    #expect(answer.status == .rangeNotSatisfiable)
    #expect(answer.headers["Content-Range"] == ["bytes */10"])
  }
}
