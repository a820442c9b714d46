import Logging
import NIOCore
import NIOPosix
import NewsModel
import ServiceLifecycle
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Accepts connections on an address or on an inherited socket, and closes them properly at the
/// end.
///
/// Hummingbird's own server binds by name only; systemd hands over a socket that listens already.
struct FeedListener: Sendable {
  let address: ListenAddress
  let connection: ServedConnection
  let connectionCount: Int
  let logger: Logger
  let group: any EventLoopGroup
  /// The time that connections get to finish their answers when the service stops.
  let grace: TimeAmount

  /// Listens until the service is shut down gracefully or the task is cancelled.
  ///
  /// - Parameter onListening: Called once connections are accepted, with the address.
  /// - Throws: `FeedServerError.cannotListen`.
  func run(onListening: @Sendable (SocketAddress?) async -> Void) async throws {
    let open = OpenConnections(limit: connectionCount, grace: grace)
    let server = try await bind(open)
    logger.info(
      "listening",
      metadata: ["address": "\(server.channel.localAddress.map(Self.words) ?? "\(address)")"])
    await onListening(server.channel.localAddress)

    let (connection, logger) = (connection, logger)
    // A task of its own, which ends when the channel is closed. A loop that is cancelled would drop
    // connections that are accepted and not yet taken; NIO treats that as a mistake of the program
    // and ends it.
    let accepting = Task {
      try await withThrowingDiscardingTaskGroup { tasks in
        try await server.executeThenClose { children in
          for try await child in children {
            tasks.addTask { await connection.handle(value: child, logger: logger) }
          }
        }
      }
    }
    try await withTaskCancellationOrGracefulShutdownHandler {
      try await accepting.value
    } onCancelOrGracefulShutdown: {
      // Connections accepted in the turn in which the listening channel closes would be cut off. So
      // it first stops to accept, and closes when the accepted connections are at work. Further
      // ones wait in an inherited socket.
      server.channel.setOption(ChannelOptions.autoRead, value: false).whenComplete { _ in
        server.channel.eventLoop.scheduleTask(in: FeedListener.lastAccepts) {
          server.channel.close(promise: nil)
        }
      }
      open.finish()
    }
  }

  private static func words(_ address: SocketAddress) -> String {
    guard let host = address.ipAddress else { return "\(address)" }
    return "\(HostAndPort(host: host, port: address.port ?? 0))"
  }

  /// The system's reason, in plain words.
  private static func words(_ error: any Error) -> String {
    guard let error = error as? IOError else { return "\(error)" }
    switch error.errnoCode {
    case EADDRINUSE: return "another program listens there"
    case EACCES: return "this user may not listen there; ports below 1024 are for root"
    case EADDRNOTAVAIL: return "this machine has no such address"
    default: return strerror(error.errnoCode).map { String(cString: $0).lowercased() } ?? "\(error)"
    }
  }

  /// Many turns of an event loop, and short within the second that stopping may take.
  private static let lastAccepts = TimeAmount.milliseconds(50)

  private func bind(
    _ open: OpenConnections
  ) async throws -> NIOAsyncChannel<ServedConnection.Value, Never> {
    let (connection, logger) = (connection, logger)
    let bootstrap = ServerBootstrap(group: group)
      // 511, as nginx; the kernel takes less if net.core.somaxconn says so.
      .serverChannelOption(ChannelOptions.backlog, value: 511)
      .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(ChannelOptions.allowRemoteHalfClosure, value: true)
      // Bytes that are read at once are decoded at once, before it is known whether the client
      // takes answers. 16 KiB are some six hundred of the shortest requests.
      .childChannelOption(
        ChannelOptions.recvAllocator,
        value: AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: 16_384))
    let child: @Sendable (any Channel) -> EventLoopFuture<ServedConnection.Value> = { channel in
      let activity = ConnectionActivity()
      open.admit(channel, activity)
      return connection.setup(channel: channel, activity: activity, logger: logger)
    }
    do {
      switch address {
      case .address(let host, let port):
        return try await bootstrap.bind(host: host, port: port, childChannelInitializer: child)
      case .inherited(let descriptor):
        return try await bootstrap.bind(descriptor, childChannelInitializer: child)
      }
    } catch {
      throw FeedServerError.cannotListen(address: "\(address)", reason: Self.words(error))
    }
  }
}
