/// The answer of a web server, whatever its status says.
public struct WebAnswer: Hashable, Sendable {
  /// The status code (RFC 9110 §15).
  public var status: Int
  /// The header fields, in their order.
  public var headers: [WebHeader]
  /// The body.
  public var body: [UInt8]

  /// Makes an answer.
  public init(status: Int, headers: [WebHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first field of a name, whatever its case; nil if there is none.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
