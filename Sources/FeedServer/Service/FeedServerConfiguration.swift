import Feeds
public import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The server's settings: its address and limits.
public struct FeedServerConfiguration: Sendable {
  /// The fewest bytes of a bearer token: 128 bits, if they are random.
  public static let leastTokenByteCount = 16

  /// The address to listen on.
  public var address: ListenAddress
  /// The address of a listener of its own for `/metrics`, `/readyz` and `/resync`, which `address`
  /// does not answer then; nil answers them there.
  public var operationsAddress: ListenAddress?
  /// The seconds for which documents may be cached that do not say it themselves: the `ttl` of the
  /// feed.
  public var maxAge = 300
  /// The sources that pages may load from.
  public var contentSecurityPolicy = PagePolicy.contentSecurityPolicy
  /// The bytes of pages read from disk that stay in memory.
  ///
  /// 64 MiB hold about a thousand story pages.
  public var cacheByteCount = 64 * 1024 * 1024
  /// The largest document that is served, in bytes.
  ///
  /// 64 MiB: beyond every document that we write.
  public var largestDocument = 64 * 1024 * 1024
  /// The limits of a connection.
  public var limits = ConnectionLimits()
  /// The time that answers may take once the service stops; with it the process ends within a
  /// second.
  public var grace = TimeAmount.milliseconds(700)
  /// The secret of `POST /resync`, which is off without it.
  public var resyncToken: [UInt8]?
  /// The clock, in seconds since 1970.
  public var clock: @Sendable () -> Int64 = { Int64(time(nil)) }

  /// Makes a configuration with the defaults for everything but the address.
  public init(address: ListenAddress) {
    self.address = address
  }
}
