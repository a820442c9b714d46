import Feeds
import Foundation
import Testing

@testable import FeedServer

@Suite("GET /changes")
struct ChangesOverHTTPTests {
  private struct Body: Decodable {
    struct Change: Decodable, Equatable {
      var id: String
      var kind: String
      var updated: String
      var title: String
      var url: String
      var survivor: String?
    }

    var changes: [Change]
    var next: String
    var more: Bool
    var complete: Bool
  }

  private func body(_ answer: RawAnswer) throws -> Body {
    try JSONDecoder().decode(Body.self, from: Data(answer.body))
  }

  private func publication(_ numbers: Range<Int>) -> Publication {
    Publication(changes: numbers.map { ChangeLogTests.change($0) })
  }

  @Test("it tells what happened since a cursor, and the next cursor")
  func follow() async throws {
    try await LiveServer.with { server in
      let start = try body(try await server.ask("/changes"))
      try await server.server.publish(publication(0..<2))

      let answer = try await server.ask("/changes?since=\(start.next)")
      let page = try body(answer)

      #expect(start.changes.isEmpty && start.complete)
      #expect(page.changes.map(\.title) == ["Story 0", "Story 1"])
      #expect(page.changes.map(\.kind) == ["created", "created"])
      #expect(page.changes.first?.updated == "2026-11-20T08:00:00Z")
      #expect(!page.more)
      #expect(answer["content-type"] == "application/json")
      #expect(answer["cache-control"] == "no-store")
      #expect(answer["access-control-allow-origin"] == "*")
    }
  }

  @Test("it waits for a change if it is asked to")
  func wait() async throws {
    try await LiveServer.with { server in
      let start = try body(try await server.ask("/changes"))

      async let waiting = server.ask("/changes?since=\(start.next)&wait=30")
      try await server.server.publish(publication(0..<1))
      let page = try body(try await waiting)

      #expect(page.changes.map(\.title) == ["Story 0"])
    }
  }

  @Test("a wait that is over tells nothing and the same cursor")
  func overdue() async throws {
    try await LiveServer.with { server in
      let start = try body(try await server.ask("/changes"))

      let page = try body(try await server.ask("/changes?since=\(start.next)&wait=0"))

      #expect(page.changes.isEmpty && page.next == start.next)
    }
  }

  @Test(
    "what cannot be followed is a problem for programs",
    arguments: [
      ("/changes?since=other.1", 410), ("/changes?since=nonsense", 400),
      ("/changes?wait=long", 400), ("/changes?wait=-1", 400),
    ])
  func problems(target: String, status: Int) async throws {
    try await LiveServer.with { server in
      let answer = try await server.ask(target)

      #expect(answer.status == status)
      #expect(answer["content-type"] == "application/problem+json")
      #expect(answer.text.contains("\"status\":\(status)"))
    }
  }

  @Test("as server-sent events it goes on, with ids to come back with")
  func stream() async throws {
    try await LiveServer.with { server in
      try await server.server.publish(publication(0..<1))

      async let first = server.exchange(
        "GET /changes HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n",
        until: { String(decoding: $0, as: UTF8.self).contains("Story 1") })
      try await server.server.publish(publication(1..<2))
      let text = String(decoding: try await first, as: UTF8.self)
      let end = try body(try await server.ask("/changes"))
      let resumed = try await server.exchange(
        "GET /changes HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n"
          + "Last-Event-ID: \(end.next.replacing(".2", with: ".1"))\r\n\r\n",
        until: { String(decoding: $0, as: UTF8.self).contains("Story 1") })

      #expect(text.contains("text/event-stream"))
      #expect(text.contains("event: created\n"))
      #expect(text.contains("id: \(end.next)\n"))
      #expect(!String(decoding: resumed, as: UTF8.self).contains("Story 0"))
    }
  }

  @Test("cursors survive a restart")
  func restart() async throws {
    let memory = NotesInMemory()
    try await LiveServer.with(memory: memory) { server in
      try await server.server.publish(publication(0..<3))
    }
    try await LiveServer.with(memory: memory) { server in
      let all = try body(try await server.ask("/changes"))
      try await server.server.publish(publication(2..<4))
      let fresh = try body(try await server.ask("/changes?since=\(all.next)"))

      #expect(all.changes.count == 3)
      #expect(fresh.changes.map(\.title) == ["Story 3"])
    }
  }

  @Test("HEAD and other methods", arguments: [("HEAD", 200), ("POST", 405), ("OPTIONS", 204)])
  func methods(method: String, status: Int) async throws {
    try await LiveServer.with { server in
      let answer = try await server.ask("/changes", method: method)

      #expect(answer.status == status)
      #expect(answer.body.isEmpty || status == 405)
    }
  }
}
