/// Where the server listens.
public enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
  /// A host name or numeric address, and a port; 0 lets the system choose one.
  case address(host: String, port: Int)
  /// A socket that listens already, handed over by systemd (`sd_listen_fds(3)`); the server closes it at its end.
  case inherited(descriptor: Int32)

  /// Reads `host:port`, `[::1]:port`, or `:port` for loopback.
  ///
  /// - Parameter text: The setting `listen`.
  /// - Throws: `FeedServerError.badAddress` for anything else.
  public init(_ text: String) throws(FeedServerError) {
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...])
    else { throw .badAddress(text) }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      throw .badAddress(text)
    }
    // Loopback unless told otherwise: nothing is published to a network by a forgotten setting.
    self = .address(host: host.isEmpty ? "127.0.0.1" : String(host), port: Int(port))
  }

  /// The address as it is written in settings and logs.
  public var description: String {
    switch self {
    case .address(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    case .inherited(let descriptor): "inherited socket \(descriptor)"
    }
  }
}
