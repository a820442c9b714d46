import HTTPTypes
import Hummingbird
import NIOCore
import NewsModel
import SeededRandom
import Synchronization

@testable import ObjectStorage

/// A bucket on the loopback address, with the faults of a bad day.
final class FakeBucket: Sendable {
  /// A stored object.
  struct Object: Hashable, Sendable {
    var bytes: [UInt8]
    var fields: [String: String]
    var tag: String { "\"" + MD5Digest(bytes).hex + "\"" }
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// The server's ways.
  struct Conduct: Sendable {
    var honoursConditions = true
    var keepsMetadata = true
    /// The share of requests that are answered 503.
    var refusals = 0.0
    /// The share of answers that break off, half of them with the request done.
    var cuts = 0.0
    /// The objects of one page of a list.
    var page = 1_000
    /// Answers a request itself, if it returns a status and a code.
    var verdict: @Sendable (_ method: String, _ key: String) -> (Int, String)? = { _, _ in nil }
    /// Called before a request is done.
    var before: @Sendable (_ method: String, _ key: String) async -> Void = { _, _ in }
  }

  private struct Cut: Error {}
  private struct State {
    var objects: [String: Object] = [:]
    var conduct = Conduct()
    var generator = SeededGenerator(seed: 1)
    var asked: [String] = []
    var broken: [String] = []
  }

  static let bucket = "news"
  private let state = Mutex(State())

  init(_ conduct: Conduct = Conduct(), seed: UInt64 = 1) {
    state.withLock {
      $0.conduct = conduct
      $0.generator = SeededGenerator(seed: seed)
    }
  }

  /// The objects by key.
  var objects: [String: Object] {
    get { state.withLock { $0.objects } }
    set { state.withLock { $0.objects = newValue } }
  }

  /// The method and key of each request that was not refused, in order.
  var asked: [String] { state.withLock { $0.asked } }

  /// The pages that a reader missed who followed the lines of `atom.xml` after each request.
  var broken: [String] { state.withLock { $0.broken } }

  /// Changes the conduct.
  func behave(_ change: (inout Conduct) -> Void) { state.withLock { change(&$0.conduct) } }

  /// Stores an object as another writer would.
  func set(_ key: String, _ text: String, fields: [String: String] = [:]) {
    state.withLock { $0.objects[key] = Object(bytes: Array(text.utf8), fields: fields) }
  }

  /// Runs a body with the place of the bucket.
  func serve(
    prefix: String = "", _ body: @Sendable (BucketLocation) async throws -> Void
  ) async throws {
    let (ports, port) = AsyncStream<Int>.makeStream()
    let application = Application(
      responder: CallbackResponder { [self] (request: Request, _: BasicRequestContext) in
        try await answer(request)
      },
      configuration: .init(address: .hostname("127.0.0.1", port: 0)),
      onServerRunning: { port.yield($0.localAddress?.port ?? 0) })
    try await withThrowingTaskGroup { group in
      group.addTask { try await application.run() }
      var iterator = ports.makeAsyncIterator()
      let number = await iterator.next() ?? 0
      try await body(
        BucketLocation(
          bucket: Self.bucket, prefix: prefix, endpoint: "http://127.0.0.1:\(number)"))
      group.cancelAll()
    }
  }

  private func answer(_ request: Request) async throws -> Response {
    let method = request.method.rawValue
    let target = (request.head.path ?? "/").split(separator: "?", maxSplits: 1)
    let path = ObjectListing.decoded(String(target[0])) ?? ""
    let query = target.count > 1 ? String(target[1]) : ""
    guard path.hasPrefix("/\(Self.bucket)/") else { return Self.failure(404, "NoSuchBucket") }
    let key = String(path.dropFirst(Self.bucket.count + 2))
    let body = Array(buffer: try await request.body.collect(upTo: 64 << 20))
    func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
    guard field("authorization")?.hasPrefix("AWS4-HMAC-SHA256 Credential=KEY/") == true,
      field("x-amz-content-sha256") == ContentDigest(body).hex
    else { return Self.failure(403, "SignatureDoesNotMatch") }

    let conduct = state.withLock { $0.conduct }
    await conduct.before(method, key)
    let chance = state.withLock { Double.random(in: 0..<1, using: &$0.generator) }
    if chance < conduct.refusals { return Self.failure(503, "SlowDown") }
    if let (status, code) = conduct.verdict(method, key) { return Self.failure(status, code) }
    // What is cut of a HEAD's answer is its fields, which the server here cannot do.
    let isCut = chance < conduct.refusals + conduct.cuts && method != "HEAD"
    if isCut, chance < conduct.refusals + conduct.cuts / 2 { return Self.cut() }
    let answer = state.withLock { state in
      state.asked.append("\(method) \(key)")
      let answer = Self.done(method, key, query, body, field, &state)
      if let feed = state.objects["atom.xml"] {
        let names = feed.text.split(separator: "\n").map(String.init)
        state.broken += names.filter { state.objects[$0] == nil }
          .map { "\(method) \(key) left the feed without \($0)" }
      }
      return answer
    }
    return isCut ? Self.cut() : answer
  }

  private static func done(
    _ method: String, _ key: String, _ query: String, _ body: [UInt8],
    _ field: (String) -> String?, _ state: inout State
  ) -> Response {
    let old = state.objects[key]
    switch method {
    case "PUT":
      if state.conduct.honoursConditions {
        if field("if-none-match") == "*", old != nil { return failure(412, "PreconditionFailed") }
        if let tag = field("if-match") {
          guard let old else { return failure(404, "NoSuchKey") }
          if old.tag != tag { return failure(412, "PreconditionFailed") }
        }
      }
      var names = ["content-type", "cache-control"]
      if state.conduct.keepsMetadata {
        names += ["epoch", "seq", "sha256"].map { "x-amz-meta-newsfold-" + $0 }
      }
      let fields = names.reduce(into: [String: String]()) { $0[$1] = field($1) }
      let object = Object(bytes: body, fields: fields)
      state.objects[key] = object
      return Response(status: .ok, headers: [.eTag: object.tag])
    case "DELETE":
      state.objects[key] = nil
      return Response(status: .noContent)
    case "HEAD":
      guard let old else { return Response(status: .notFound) }
      var headers: HTTPFields = [.eTag: old.tag]
      for (name, value) in old.fields {
        if let name = HTTPField.Name(name) { headers[name] = value }
      }
      return Response(
        status: .ok, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: old.bytes))
      ).createHeadResponse()
    default:
      return list(query, state)
    }
  }

  private static func list(_ query: String, _ state: State) -> Response {
    let parts = query.split(separator: "&").reduce(into: [String: String]()) {
      let pair = $1.split(separator: "=", maxSplits: 1)
      $0[String(pair[0])] = pair.count > 1 ? ObjectListing.decoded(String(pair[1])) ?? "" : ""
    }
    let from = parts["continuation-token"] ?? ""
    let keys = state.objects.keys.filter { $0.hasPrefix(parts["prefix"] ?? "") && $0 > from }
      .sorted()
    let shown = keys.prefix(state.conduct.page)
    let isCut = shown.count < keys.count
    let contents = shown.map { key in
      let object = state.objects[key]
      return "<Contents><Key>\(PercentCoding.coded(value: key, keepsSlash: true))</Key>"
        + "<Size>\(object?.bytes.count ?? 0)</Size><ETag>\(object?.tag ?? "")</ETag></Contents>"
    }
    let next = isCut ? "<NextContinuationToken>\(shown.last ?? "")</NextContinuationToken>" : ""
    return Response(
      status: .ok,
      body: ResponseBody(
        byteBuffer: ByteBuffer(
          string: "<ListBucketResult><EncodingType>url</EncodingType>"
            + "<IsTruncated>\(isCut)</IsTruncated>\(next)\(contents.joined())</ListBucketResult>")))
  }

  private static func failure(_ status: Int, _ code: String) -> Response {
    Response(
      status: .init(code: status),
      body: ResponseBody(
        byteBuffer: ByteBuffer(
          string: "<Error><Code>\(code)</Code><AWSAccessKeyId>KEY</AWSAccessKeyId></Error>")))
  }

  /// An answer that breaks off before its end.
  private static func cut() -> Response {
    Response(
      status: .ok,
      body: ResponseBody(contentLength: 100) { writer in
        try await writer.write(ByteBuffer(string: "<"))
        throw Cut()
      })
  }
}
