import NIOHTTP1
import Testing

@testable import FeedServer

@Suite("RFC 9110 §13: conditional requests")
struct Section13_Preconditions {
  private static let tag = EntityTag(opaque: "\"current\"")
  private static let changed = HTTPDate.imfFixdate(Fixture.changed)
  private static let before = HTTPDate.imfFixdate(Fixture.changed - 1)
  private static let after = HTTPDate.imfFixdate(Fixture.changed + 1)

  private func evaluate(_ headers: HTTPHeaders) -> Precondition {
    Precondition(
      Fixture.request(headers), tag: Self.tag, lastModified: Fixture.changed, now: Fixture.now)
  }

  @Test(
    "§13.1.2 If-None-Match",
    arguments: [
      (#""current""#, Precondition.notModified), (#"W/"current""#, .notModified),
      (#""a", W/"b,c", "current""#, .notModified), (#""a","current","c""#, .notModified),
      ("*", .notModified), (#""xcurrent""#, .holds), (#""other""#, .holds), ("current", .holds),
      ("", .holds),
    ])
  func ifNoneMatch(value: String, outcome: Precondition) {
    #expect(evaluate(["If-None-Match": value]) == outcome)
  }

  @Test("§5.3 two lines of a list are one list")
  func twoLines() {
    var headers: HTTPHeaders = ["If-None-Match": "\"a\""]
    headers.add(name: "if-none-match", value: "\"current\"")

    #expect(evaluate(headers) == .notModified)
  }

  @Test(
    "§13.1.3 If-Modified-Since",
    arguments: [
      (changed, Precondition.notModified), (after, .notModified), (before, .holds),
      ("yesterday", .holds), ("Thu, 01 Jan 1970 00:00:00 GMT", .holds),
    ])
  func ifModifiedSince(value: String, outcome: Precondition) {
    #expect(evaluate(["If-Modified-Since": value]) == outcome)
  }

  @Test(
    "§13.1.3 a date beside If-None-Match is ignored, whatever it says",
    arguments: [
      (#""other""#, after, Precondition.holds), (#""current""#, before, .notModified),
      (#""current""#, "nonsense", .notModified),
    ])
  func precedence(tags: String, date: String, outcome: Precondition) {
    #expect(evaluate(["If-None-Match": tags, "If-Modified-Since": date]) == outcome)
  }

  @Test(
    "§13.1.1 If-Match compares strongly",
    arguments: [
      (#""current""#, Precondition.holds), ("*", .holds), (#"W/"current""#, .failed),
      (#""other""#, .failed), (#""other", "current""#, .holds),
    ])
  func ifMatch(value: String, outcome: Precondition) {
    #expect(evaluate(["If-Match": value]) == outcome)
  }

  @Test(
    "§13.1.4 If-Unmodified-Since, unless If-Match is there",
    arguments: [
      (before, nil, Precondition.failed), (changed, nil, .holds), ("nonsense", nil, .holds),
      (before, "\"current\"", .holds), (changed, "\"other\"", .failed),
    ] as [(String, String?, Precondition)])
  func ifUnmodifiedSince(date: String, tag: String?, outcome: Precondition) {
    var headers: HTTPHeaders = ["If-Unmodified-Since": date]
    if let tag { headers.add(name: "If-Match", value: tag) }

    #expect(evaluate(headers) == outcome)
  }

  @Test("§13.2.2 a failed If-Match comes before a matching If-None-Match")
  func order() {
    #expect(evaluate(["If-Match": "\"other\"", "If-None-Match": "\"current\""]) == .failed)
    #expect(evaluate(["If-Match": "\"current\"", "If-None-Match": "\"current\""]) == .notModified)
  }

  @Test("§15.4.5 a 304 says what the 200 would, has no body, and HEAD gets it too")
  func notModified() throws {
    let document = Fixture.served(Fixture.atom([("1", "One")]))
    let responder = Fixture.responder()
    let whole = responder.answer(Fixture.request(), with: document)
    let tag = try #require(whole.headers["ETag"].first)

    for method in [HTTPMethod.GET, .HEAD] {
      let answer = responder.answer(
        Fixture.request(["If-None-Match": tag], method: method), with: document)

      #expect(answer.status == .notModified && answer.body == nil)
      for name in ["ETag", "Cache-Control", "Vary", "Last-Modified"] {
        #expect(answer.headers[name] == whole.headers[name], "\(name)")
      }
    }
  }

  @Test("the tag of the other coding is no match")
  func otherCoding() throws {
    let document = Fixture.served(Fixture.atom([("1", "One"), ("2", "Two")]))
    let gzip = try #require(document.gzip)
    let responder = Fixture.responder()

    let same = responder.answer(
      Fixture.request(["If-None-Match": gzip.tag.opaque, "Accept-Encoding": "gzip"]), with: document
    )
    let other = responder.answer(
      Fixture.request(["If-None-Match": gzip.tag.opaque]), with: document)

    #expect(same.status == .notModified)
    #expect(other.status == .ok)
  }
}
