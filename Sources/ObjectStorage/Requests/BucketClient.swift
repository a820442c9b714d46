import FoundationEssentials
import Markup
import NewsModel
import WebClient

/// Stores, describes, fetches, removes and lists objects, one request a call; who calls repeats.
struct BucketClient: Sendable {
  /// The way to a server, which tests replace.
  typealias Send = @Sendable (WebRequest) async throws(WebClientError) -> WebAnswer

  /// The time for a connection, and for a request in all: a document of 5 MB through a line of
  /// half a megabit a second. An answer is a page of a list at most, some 500 KB.
  static let limits = WebClient.Limits(
    connecting: .seconds(10), whole: .seconds(90), answer: 64 << 20)

  /// The place of the objects.
  let location: BucketLocation
  /// Reads the credentials, for each request anew, so that changed ones are taken up.
  let credentials: @Sendable () throws -> BucketCredentials
  /// Sends a request.
  let send: Send
  /// Tells the time.
  var now: @Sendable () -> Date = { Date() }

  /// Stores an object.
  ///
  /// - Parameters:
  ///   - upload: The object.
  ///   - presence: What must be there, so that it is stored; nil stores it in any case.
  /// - Throws: `BucketError`, also if something else is there.
  /// - Returns: Its entity tag, if the server gives one.
  @discardableResult
  func put(
    _ upload: ObjectUpload, over presence: ObjectPresence? = nil
  ) async throws(BucketError) -> String? {
    var headers = [
      WebHeader("Content-Type", upload.mediaType), WebHeader("Cache-Control", upload.cacheControl),
      WebHeader("x-amz-meta-newsfold-epoch", "\(upload.version.epoch)"),
      WebHeader("x-amz-meta-newsfold-seq", "\(upload.version.sequence)"),
      WebHeader("x-amz-meta-newsfold-sha256", ContentDigest(upload.bytes).hex),
    ]
    switch presence {
    case .absent: headers.append(WebHeader("If-None-Match", "*"))
    case .tagged(let tag): headers.append(WebHeader("If-Match", tag))
    case nil: break
    }
    let answer = try await ask(
      "is not stored", "PUT", upload.key, headers: headers, body: upload.bytes)
    return answer.header("ETag")
  }

  /// Describes an object; nil if there is none.
  func head(_ key: String) async throws(BucketError) -> StoredObject? {
    guard let answer = try await found("is not described", "HEAD", key) else { return nil }
    func number(_ name: String) -> Int? { answer.header(name).flatMap(Int.init) }
    var object = StoredObject(tag: answer.header("ETag"), size: number("Content-Length"))
    object.digest = answer.header("x-amz-meta-newsfold-sha256")
    if let sequence = number("x-amz-meta-newsfold-seq") {
      object.version = ObjectVersion(
        epoch: number("x-amz-meta-newsfold-epoch") ?? 0, sequence: sequence)
    }
    return object
  }

  /// Fetches the bytes of an object; nil if there is none.
  func get(_ key: String) async throws(BucketError) -> [UInt8]? {
    try await found("is not fetched", "GET", key)?.body
  }

  /// Removes an object; that there is none is no failure.
  func delete(_ key: String) async throws(BucketError) {
    _ = try await found("is not removed", "DELETE", key)
  }

  /// Lists the objects below the prefix, a page at a time.
  ///
  /// - Parameter token: That of the page before; nil for the first page.
  /// - Throws: `BucketError`.
  /// - Returns: The page.
  func list(after token: String? = nil) async throws(BucketError) -> ObjectListing {
    // Coded, since a key may hold characters that XML cannot.
    var query = [
      (name: "list-type", value: "2"), (name: "encoding-type", value: "url"),
      (name: "prefix", value: location.prefix),
    ]
    if let token { query.append((name: "continuation-token", value: token)) }
    let attempt = "list is not made"
    let answer = try await ask(attempt, "GET", "", query: query)
    guard let listing = ObjectListing(answer.body) else {
      throw error(attempt, "", .unreadable("the answer is no list of objects"))
    }
    return listing
  }

  /// The answer about an object; nil if there is none. A bucket that is not there is a failure.
  private func found(
    _ attempt: String, _ method: String, _ key: String
  ) async throws(BucketError) -> WebAnswer? {
    do throws(BucketError) {
      return try await ask(attempt, method, key)
    } catch {
      if case .refused(404, let code, _) = error.kind, code == nil || code == "NoSuchKey" {
        return nil
      }
      throw error
    }
  }

  private func ask(
    _ attempt: String, _ method: String, _ key: String,
    query: [(name: String, value: String)] = [], headers: [WebHeader] = [], body: [UInt8]? = nil
  ) async throws(BucketError) -> WebAnswer {
    let credentials: BucketCredentials
    do {
      credentials = try self.credentials()
    } catch {
      throw self.error(attempt, key, .noCredentials("\(error)"))
    }
    let request = RequestSignature.Request(
      method: method, host: location.host, path: location.path(of: key), query: query,
      headers: headers, payload: ContentDigest(body ?? []))
    let signed = RequestSignature(credentials: credentials, region: location.region)
      .signed(request, at: now())
    let text = query.isEmpty ? "" : "?" + RequestSignature.text(of: query)
    let url = "\(location.scheme)://\(location.host)\(request.path)\(text)"
    let answer: WebAnswer
    do throws(WebClientError) {
      answer = try await send(WebRequest(method, url, headers: signed, body: body))
    } catch {
      throw self.error(attempt, key, .unanswered("\(error)"))
    }
    guard (200..<300).contains(answer.status) else {
      throw self.error(
        attempt, key,
        .refused(
          status: answer.status, code: Self.code(answer.body),
          retryAfter: answer.header("Retry-After").flatMap(Int.init)))
    }
    return answer
  }

  private func error(_ attempt: String, _ key: String, _ kind: BucketError.Kind) -> BucketError {
    BucketError(
      attempt: attempt, object: key.isEmpty ? location.name : "s3://\(location.bucket)/\(key)",
      kind: kind)
  }

  /// The code of an error's body, `<Error><Code>NoSuchKey</Code>…`; nil if it has none.
  ///
  /// Nothing else of it is shown: a server that refuses a signature names the key.
  private static func code(_ body: [UInt8]) -> String? {
    // Silence is right: the status says enough.
    guard !body.isEmpty, let tree = try? XMLTree(body), tree.nodes.first?.name == "Error" else {
      return nil
    }
    let code = tree.nodes.first { $0.parent == 0 && $0.name == "Code" }?.text ?? ""
    let isName = !code.isEmpty && code.count <= 64 && code.allSatisfy { $0.isASCII && $0.isLetter }
    return isName ? code : nil
  }
}
