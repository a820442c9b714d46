/// A host and a port, as settings and commands write where to listen.
public struct HostAndPort: Hashable, Sendable, CustomStringConvertible {
  /// A host name or a numeric address, without the brackets of IPv6.
  public var host: String
  /// The port; 0 lets the system choose one.
  public var port: Int

  /// Puts the two together.
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
    // Loopback unless told otherwise: nothing is shown to a network by a forgotten setting.
    self.init(host: host.isEmpty ? "127.0.0.1" : String(host), port: port)
  }

  /// Whether it names this machine only.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// Whether it stands for every address of this machine.
  public var isEveryAddress: Bool { host == "0.0.0.0" || host == "::" }

  /// The text that it is read from.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
