import NewsModel

/// The address or socket on which the server listens.
public enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
  /// A host name or numeric address, and a port; 0 lets the system choose one.
  case address(host: String, port: Int)
  /// A socket that listens already, handed over by systemd (`sd_listen_fds(3)`); the server closes
  /// it at its end.
  case inherited(descriptor: Int32)

  /// Reads the setting `listen`.
  ///
  /// - Throws: `FeedServerError.badAddress` if the text is no host and port.
  public init(_ text: String) throws(FeedServerError) {
    guard let address = HostAndPort(text) else { throw .badAddress(text) }
    self = .address(host: address.host, port: address.port)
  }

  /// The address as it is written in settings and logs.
  public var description: String {
    switch self {
    case .address(let host, let port): "\(HostAndPort(host: host, port: port))"
    case .inherited(let descriptor): "inherited socket \(descriptor)"
    }
  }
}
