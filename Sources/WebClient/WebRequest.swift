/// A request to a web server.
public struct WebRequest: Hashable, Sendable {
  /// The method (RFC 9110 §9): `POST`.
  public var method: String
  /// The absolute address, `http` or `https`.
  public var url: String
  /// The header fields, in their order.
  public var headers: [WebHeader]
  /// The body; nil for a request that has none.
  public var body: [UInt8]?

  /// Makes a request.
  public init(
    _ method: String, _ url: String, headers: [WebHeader] = [], body: [UInt8]? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}
