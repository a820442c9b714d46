/// A host and a port to listen on, as settings and commands write them.
public struct HostAndPort: Hashable, Sendable, CustomStringConvertible {
  /// A host name or a numeric address, without the brackets of IPv6.
  public var host: String
  /// The port; 0 lets the system choose one.
  public var port: Int

  /// Makes the pair.
  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `127.0.0.1:8080`, `[::1]:8080`, `localhost:8080`, or `:8080` for loopback.
  ///
  /// - Returns: Nil if the text is none of these.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    guard (1...5).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let port = Int(digits), port <= 65_535
    else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
      guard host.contains(":") else { return nil }
    } else if host.contains(":") {
      return nil
    }
    guard !host.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "[" || $0 == "]" }) else {
      return nil
    }
    // Without a host only this machine can connect: a forgotten setting opens nothing to a network.
    self.init(host: host.isEmpty ? "127.0.0.1" : String(host), port: port)
  }

  /// Whether only this machine can connect.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// Whether it stands for every address of this machine.
  public var isEveryAddress: Bool { host == "0.0.0.0" || host == "::" }

  /// The text that `init(_:)` reads.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
