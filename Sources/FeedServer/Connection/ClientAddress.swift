import NIOCore

/// The host at the other end of a connection, by which shares of connections are counted.
///
/// IPv6 gives one host a whole network of addresses, at least a /64 (RFC 6177), so its first half
/// counts. Behind a web server all clients are that one host.
struct ClientAddress: Hashable, Sendable {
  /// Four bytes for IPv4, eight for IPv6; none for a Unix socket, which has no such address.
  private let bytes: [UInt8]

  /// The host of a socket's address.
  init(_ address: SocketAddress?) {
    // ip(7) and ipv6(7): family and port in four bytes, then the address; in IPv6 four of flow
    // information before it.
    let raw =
      address?.withSockAddr { pointer, size in
        Array(UnsafeRawBufferPointer(start: pointer, count: size))
      } ?? []
    switch address {
    case .v4: bytes = Array(raw[4..<8])
    case .v6:
      let whole = Array(raw[8..<24])
      // An IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2).
      let isMapped =
        whole[..<10].allSatisfy { $0 == 0 } && whole[10..<12].allSatisfy { $0 == 255 }
      bytes = isMapped ? Array(whole[12...]) : Array(whole[..<8])
    case .unixDomainSocket, nil: bytes = []
    }
  }
}
