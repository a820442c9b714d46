public import NIOCore

/// The bytes and the time that one connection may take of the server.
public struct ConnectionLimits: Sendable {
  /// The longest request target or header field, in bytes.
  ///
  /// 16 KiB: twice what RFC 9110 §4.1 asks for.
  public var fieldByteCount = 16 * 1024
  /// The longest request head, in bytes.
  ///
  /// 32 KiB: `If-None-Match` lists of caches stay far below.
  public var headerByteCount = 32 * 1024
  /// The most header fields.
  ///
  /// 100, as most servers.
  public var fieldCount = 100
  /// The longest request body that is read and thrown away before the connection is closed.
  ///
  /// No request of ours has one.
  public var bodyByteCount = 64 * 1024
  /// The time that a client may take to send a request head, and again its body.
  public var requestTime: TimeAmount = .seconds(10)
  /// The time that a connection may wait for its next request.
  ///
  /// 75 s, as nginx.
  public var idleTime: TimeAmount = .seconds(75)
  /// The longest time in which a client takes no byte of an answer that waits for it.
  public var stallTime: TimeAmount = .seconds(30)
  /// The most connections at a time; further ones are closed.
  ///
  /// The server lowers it to half of the files that the process may open, so that the rest of the
  /// service can still read articles.
  public var connectionCount = 4096

  /// Makes the limits with their defaults.
  public init() {}
}
