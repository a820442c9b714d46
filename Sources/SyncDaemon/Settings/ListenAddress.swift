/// A host and a port to listen on, from `HOST:PORT`.
struct ListenAddress: Hashable, Sendable {
  /// An IPv4 or IPv6 address or a host name.
  let host: String
  /// The port; 0 lets the system choose.
  let port: Int

  /// Reads `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`; nil if it is none of these.
  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let port = Int(text[text.index(after: colon)...]), (0...65_535).contains(port)
    else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty, !host.contains(" ") else { return nil }
    self.host = host
    self.port = port
  }
}
