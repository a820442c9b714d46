import NIOHTTP1

/// Answers to methods that a resource does not have (RFC 9110 §9).
enum MethodRules {
  /// OPTIONS is answered, with what a browser asks before it fetches from another origin; a method
  /// that we know gets 405, another one 501.
  ///
  /// - Parameters:
  ///   - head: The request.
  ///   - allowed: The value of `Allow`.
  /// - Returns: A whole answer, without a body but for errors.
  static func answer(_ head: HTTPRequestHead, allowed: String) -> Answer {
    switch head.method {
    case .OPTIONS:
      return Answer(
        status: .noContent,
        headers: [
          "Allow": allowed,
          "Access-Control-Allow-Origin": "*",
          "Access-Control-Allow-Methods": allowed,
          "Access-Control-Allow-Headers":
            "A-IM, If-Modified-Since, If-None-Match, Last-Event-ID, Range",
          // A day, the longest that browsers keep it.
          "Access-Control-Max-Age": "86400",
        ])
    case .GET, .HEAD, .POST, .PUT, .DELETE, .PATCH, .TRACE, .CONNECT:
      return .text(.methodNotAllowed, "this can be read only", headers: [("Allow", allowed)])
    default:
      return .text(.notImplemented, "no such method", headers: [("Allow", allowed)])
    }
  }
}
