/// A reason why a request to object storage did not do what it should.
public struct BucketError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure.
  enum Kind: Hashable, Sendable {
    /// No answer came, or only a part of one.
    case unanswered(String)
    /// The server refused.
    case refused(status: Int, code: String?, retryAfter: Int?)
    /// The answer is not one that can be used.
    case unreadable(String)
    /// There are no credentials to sign with.
    case noCredentials(String)
    /// The documents on this machine cannot be read.
    case noDocuments(String)
    /// Another writer is ahead.
    case outrun
  }

  /// The attempt in words: `is not stored`.
  let attempt: String
  /// The bucket and key.
  let object: String
  /// The kind of failure.
  let kind: Kind

  /// The message: what failed, where and why in one sentence, and what to do.
  public var description: String { "\(subject): \(reason). \(remedy)" }

  /// The reason in a few words: `503 SlowDown`.
  var reason: String {
    switch kind {
    case .unanswered(let words), .unreadable(let words), .noCredentials(let words),
      .noDocuments(let words):
      words
    case .refused(let status, let code, _): "it answers \(status)" + (code.map { " \($0)" } ?? "")
    case .outrun: "a newer publication is there"
    }
  }

  private var subject: String { "object \(attempt): \(object)" }

  private var remedy: String {
    switch kind {
    case .noCredentials: "Give credentials_file, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
    case .noDocuments: "Make public/ readable."
    case .outrun:
      "Another newsfold publishes there: give each a prefix of its own, then start this one again."
    case .refused(401, _, _), .refused(403, _, _):
      "Look at the credentials, and at what they may do in the bucket."
    case .refused(404, _, _), .refused(301, _, _), .refused(307, _, _):
      "Look at bucket, endpoint and region in the setting publish."
    case .refused(400, _, _): "Look at region and endpoint in the setting publish."
    case .refused, .unreadable: "It is tried again; ask who runs the server if it stays."
    case .unanswered: "It is tried again; look at the endpoint and the network if it stays."
    }
  }

  /// Whether a condition of the request did not hold.
  var isConflict: Bool {
    if case .refused(let status, let code, _) = kind {
      // 404 where an object had to be there; of a missing bucket it has another code.
      return status == 412 || (status == 409 && code == "ConditionalRequestConflict")
        || (status == 404 && code == "NoSuchKey")
    }
    return false
  }

  /// Whether another try soon will not do better: a person has to mend something.
  var isLasting: Bool {
    switch kind {
    case .refused(let status, _, _):
      (300..<500).contains(status) && ![408, 409, 412, 425, 429].contains(status)
    case .noCredentials, .noDocuments, .outrun: true
    case .unanswered, .unreadable: false
    }
  }

  /// Whether the server does not want this one object, whatever else it takes.
  var isAboutObject: Bool {
    guard case .refused(let status, let code, _) = kind else { return false }
    let ofRequest: Set<String> = [
      "AuthorizationHeaderMalformed", "InvalidRequest", "RequestTimeout", "ExpiredToken",
      "InvalidToken", "AuthorizationQueryParametersError", "InvalidBucketName",
      "MissingSecurityHeader",
    ]
    return [400, 413, 414, 415, 422].contains(status) && !ofRequest.contains(code ?? "")
  }

  /// The seconds after which the server wants to be asked again; nil if it says none.
  var retryAfter: Int? {
    if case .refused(_, _, let seconds) = kind { return seconds }
    return nil
  }
}
