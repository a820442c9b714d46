import NIOHTTP1

/// The rules of HTTP/1.1 that the parser leaves to the server (RFC 9112): version, host, target and
/// framing.
enum RequestRules {
  /// The answer to a request head that breaks a rule, after which the connection is closed; nil if
  /// it breaks none.
  static func refusal(_ head: HTTPRequestHead) -> Answer? {
    // RFC 9110 §15.6.6.
    guard head.version.major == 1 else {
      return .text(.httpVersionNotSupported, "HTTP/1.0 and HTTP/1.1 are understood here")
    }
    return host(head) ?? framing(head) ?? target(head)
  }

  /// RFC 9112 §3.2: one valid `Host` in HTTP/1.1, at most one in HTTP/1.0.
  private static func host(_ head: HTTPRequestHead) -> Answer? {
    let hosts = head.headers["host"]
    guard hosts.count <= 1, hosts.count == 1 || head.version.minor == 0 else {
      return .text(.badRequest, "one Host field is needed")
    }
    guard hosts.allSatisfy(HostField.isValid) else {
      return .text(.badRequest, "malformed Host field")
    }
    return nil
  }

  /// RFC 9112 §6.1, §6.3: two ways to tell where a body ends are a way to smuggle a request.
  private static func framing(_ head: HTTPRequestHead) -> Answer? {
    let codings = head.headers["transfer-encoding"]
    let lengths = head.headers["content-length"]
    if !codings.isEmpty {
      guard lengths.isEmpty, head.version.minor == 1 else {
        return .text(.badRequest, "Transfer-Encoding with Content-Length or HTTP/1.0")
      }
      guard codings.count == 1, codings[0].lowercased() == "chunked" else {
        return .text(.notImplemented, "no transfer coding but chunked is understood here")
      }
    }
    guard lengths.count <= 1,
      lengths.allSatisfy({
        (1...18).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else {
      return .text(.badRequest, "malformed Content-Length")
    }
    return nil
  }

  /// RFC 9112 §3.2.4: the asterisk belongs to OPTIONS; §3.2.3: the authority form to CONNECT.
  private static func target(_ head: HTTPRequestHead) -> Answer? {
    if head.uri == "*" && head.method == .OPTIONS { return nil }
    if head.uri.utf8.first == UInt8(ascii: "/") || head.method == .CONNECT { return nil }
    let lowered = head.uri.prefix(8).lowercased()
    guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else {
      return .text(.badRequest, "malformed request target")
    }
    return nil
  }
}
