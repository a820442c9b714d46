import NIOHTTP1

/// The answer to a client whose bytes are no HTTP/1.1 message.
enum ParserRefusal {
  /// The answer, after which the connection is closed: where the message goes on is unknown.
  static func answer(_ error: any Error, _ deadlines: ConnectionDeadlines) -> Answer {
    switch error as? HTTPParserError {
    case _ where deadlines.isHeadLate:
      .text(.requestTimeout, "the request took too long")
    case .headerOverflow where deadlines.hasLongLine:
      .text(.uriTooLong, "the request target is too long")
    case .headerOverflow:
      .text(.requestHeaderFieldsTooLarge, "the header section is too large")
    case .invalidMethod where deadlines.startsWithToken:
      .text(.notImplemented, "no such method")
    case .invalidVersion where deadlines.startsWithToken && deadlines.hasProperLine:
      .text(.httpVersionNotSupported, "HTTP/1.0 and HTTP/1.1 are understood here")
    default:
      .text(.badRequest, "malformed request")
    }
  }
}
