import Feeds
import HTTPTypes
import Hummingbird
import NIOCore
import NewsModel
import Synchronization

/// `GET /changes`: the stories that were created, changed and removed since a cursor.
///
/// The answer is JSON, at once or, with `wait`, as soon as there is a change. It can also be a
/// stream of server-sent events for as long as the client stays.
struct ChangeRoutes: Sendable {
  /// The most changes in one answer; `more` tells that there are others.
  static let pageLimit = 1_000
  /// The longest wait, in seconds: proxies drop answers that take longer than a minute.
  static let longestWait = 55
  /// The interval between two signs of life of a stream: proxies drop connections that are silent
  /// for 30 s or more.
  static let heartbeat = Duration.seconds(15)
  /// The most clients that wait or stream at a time.
  static let listenerLimit = 1_000

  /// The body of an answer.
  struct Body: Encodable {
    struct Change: Encodable {
      var id: String
      var kind: String
      var updated: String
      var title: String
      var url: String
      var survivor: String?
    }

    /// The changes, oldest first.
    var changes: [Change]
    /// The cursor for the next request.
    var next: String
    /// Whether there are further changes already.
    var more: Bool
    /// Whether no change before the first one was forgotten.
    var complete: Bool
  }

  let log: ChangeLog
  let listeners = ListenerCount(limit: ChangeRoutes.listenerLimit)

  func add(to router: Router<ServedRequestContext>) {
    router.get("/changes") { request, _ in
      do {
        return try await answer(request)
      } catch let problem as Problem {
        return problem.response(retryAfter: problem.status == 503 ? 5 : nil)
      }
    }
  }

  private func answer(_ request: Request) async throws -> Response {
    let wantsStream = ChangeRoutes.wantsStream(request.headers[.accept])
    // A stream that broke goes on where it was (HTML §9.2, `Last-Event-ID`).
    let resumed =
      wantsStream ? HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] } : nil
    let since = resumed ?? request.uri.queryParameters.get("since")
    var page = try page(after: since)
    if wantsStream { return try stream(from: page) }
    let wait = try ChangeRoutes.wait(request.uri.queryParameters.get("wait"))
    if page.records.isEmpty, wait > 0 {
      guard listeners.enter() else { throw ChangeRoutes.tooManyListeners }
      defer { listeners.leave() }
      await log.wait(after: page.next, atMost: .seconds(wait))
      page = try self.page(after: page.next.description)
    }
    return JSONAnswer.response(ChangeRoutes.body(page))
  }

  private func page(after since: String?) throws(Problem) -> ChangeLog.Page {
    do {
      return try log.page(after: since, limit: ChangeRoutes.pageLimit)
    } catch {
      switch error {
      case .malformed:
        throw Problem(
          title: "malformed cursor", status: 400,
          detail: "Send 'next' of an earlier answer as 'since', or nothing to start.")
      case .tooOld:
        throw Problem(
          title: "cursor too old", status: 410,
          detail: "Start over: ask without 'since', read the feed and its archive, then go on "
            + "with 'next'.")
      }
    }
  }

  private func stream(from first: ChangeLog.Page) throws(Problem) -> Response {
    guard listeners.enter() else { throw ChangeRoutes.tooManyListeners }
    let (log, listeners) = (log, listeners)
    let body = ResponseBody { writer in
      defer { listeners.leave() }
      // A client that lost the connection comes back after 5 s. Sent once, it also shows that the
      // stream is open.
      try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
      var page = first
      while !log.isClosed {
        for record in page.records {
          try await writer.write(ChangeRoutes.event(record, epoch: page.next.epoch))
        }
        if page.records.isEmpty {
          await log.wait(after: page.next, atMost: ChangeRoutes.heartbeat)
        }
        // Silence is right: if the log no longer knows the cursor, the stream simply ends.
        guard let next = try? log.page(after: "\(page.next)", limit: ChangeRoutes.pageLimit) else {
          break
        }
        if next.records.isEmpty, page.records.isEmpty {
          try await writer.write(ByteBuffer(string: ": still here\n\n"))
        }
        page = next
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/event-stream", .cacheControl: "no-store",
        .xContentTypeOptions: "nosniff", .accessControlAllowOrigin: "*",
      ],
      body: body)
  }

  private static let tooManyListeners = Problem(
    title: "too many listeners", status: 503, detail: "Ask without 'wait', or again in a while.")

  private static func event(_ record: ChangeRecord, epoch: String) -> ByteBuffer {
    var buffer = ByteBuffer(
      string: "id: \(ChangeCursor(epoch: epoch, number: record.number))\n"
        + "event: \(record.kind.rawValue)\ndata: ")
    buffer.writeImmutableBuffer(JSONAnswer.bytes(change(record)))
    buffer.writeString("\n\n")
    return buffer
  }

  private static func body(_ page: ChangeLog.Page) -> Body {
    Body(
      changes: page.records.map(change), next: "\(page.next)", more: page.hasMore,
      complete: page.isComplete)
  }

  private static func change(_ record: ChangeRecord) -> Body.Change {
    Body.Change(
      id: record.id.rawValue, kind: record.kind.rawValue, updated: record.updated,
      title: record.title, url: record.url, survivor: record.survivor?.rawValue)
  }

  private static func wantsStream(_ accept: String?) -> Bool {
    accept?.split(separator: ",").contains {
      String($0.prefix { $0 != ";" }).trimmingSpaces().lowercased() == "text/event-stream"
    } ?? false
  }

  private static func wait(_ text: String?) throws(Problem) -> Int {
    guard let text else { return 0 }
    guard let seconds = Int(text), seconds >= 0 else {
      throw Problem(
        title: "malformed wait", status: 400, detail: "Send a number of seconds as 'wait'.")
    }
    return min(seconds, longestWait)
  }
}
