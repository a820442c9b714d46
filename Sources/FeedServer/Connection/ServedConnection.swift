import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// The channel of one client: Hummingbird's HTTP/1 channel, with our rules, limits and documents in
/// front of it.
struct ServedConnection: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  let http1: HTTP1Channel
  let surroundings: RequestExchange.Surroundings

  init(
    surroundings: RequestExchange.Surroundings,
    responder: @escaping HTTPChannelHandler.Responder
  ) {
    let limits = surroundings.limits
    self.surroundings = surroundings
    http1 = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(
        idleTimeout: nil,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: limits.fieldByteCount, maxHeaderListSize: limits.headerByteCount,
          maxHeaderFieldCount: limits.fieldCount)))
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    setup(channel: channel, activity: ConnectionActivity(), logger: logger)
  }

  /// Sets up a channel whose activity is observed.
  func setup(
    channel: any Channel, activity: ConnectionActivity, logger: Logger
  ) -> EventLoopFuture<Value> {
    http1.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let operations = channel.pipeline.syncOperations
      let decoder = try operations.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      let deadlines = ConnectionDeadlines(surroundings.limits, activity)
      try operations.addHandlers(
        [HTTPServerPipelineHandler(), RequestExchange(surroundings, deadlines: deadlines)],
        position: .after(decoder))
      try operations.addHandler(deadlines, position: .first)
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    await http1.handle(value: value, logger: logger)
  }
}
