import NIOCore
import Synchronization

/// The connections that are open, so that no more than a number are, and so that all of them end.
final class OpenConnections: Sendable {
  private struct Contents {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isFinishing = false
  }

  private let limit: Int
  private let grace: TimeAmount
  private let contents = Mutex(Contents())

  /// Makes a list of none.
  ///
  /// - Parameters:
  ///   - limit: How many may be open.
  ///   - grace: How long each gets to finish what it is answering once the service stops.
  init(limit: Int, grace: TimeAmount) {
    self.limit = limit
    self.grace = grace
  }

  /// The number of open connections.
  var count: Int { contents.withLock { $0.channels.count } }

  /// Takes a new connection up; over the limit it is closed at once, which costs less than to hear it.
  func admit(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    let (isAdmitted, isLate) = contents.withLock { contents in
      guard contents.channels.count < limit else { return (false, false) }
      contents.channels[id] = channel
      return (true, contents.isFinishing)
    }
    guard isAdmitted else {
      channel.close(promise: nil)
      return
    }
    channel.closeFuture.whenComplete { [self] _ in
      contents.withLock { contents in
        _ = contents.channels.removeValue(forKey: id)
      }
    }
    // Accepted while the service stops: its request is answered as the last one.
    if isLate { channel.eventLoop.execute { self.end(channel) } }
  }

  /// Lets each connection finish the answer in hand, and closes what is left after the grace.
  func finish() {
    let channels = contents.withLock { contents in
      contents.isFinishing = true
      return Array(contents.channels.values)
    }
    for channel in channels { end(channel) }
  }

  private func end(_ channel: any Channel) {
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    channel.eventLoop.scheduleTask(in: grace) { channel.close(promise: nil) }
  }
}
