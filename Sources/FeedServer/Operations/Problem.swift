import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// An error in the form for programs (RFC 9457, `application/problem+json`).
struct Problem: Encodable, Error, Equatable {
  /// The kind of the problem, in words that do not change.
  var title: String
  var status: Int
  /// The remedy, in a sentence.
  var detail: String

  /// The problem as an answer.
  func response(retryAfter seconds: Int? = nil, headers extra: HTTPFields = [:]) -> Response {
    var response = JSONAnswer.response(self, status: .init(code: status))
    response.headers[.contentType] = "application/problem+json"
    if let seconds { response.headers[.retryAfter] = String(seconds) }
    response.headers.append(contentsOf: extra)
    return response
  }
}
