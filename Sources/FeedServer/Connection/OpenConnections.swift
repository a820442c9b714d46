import NIOCore
import Synchronization

/// The connections that are open, so that no more than a number are, and so that all of them end.
final class OpenConnections: Sendable {
  private struct Contents {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isFinishing = false
  }

  private let limit: Int
  private let contents = Mutex(Contents())

  init(limit: Int) {
    self.limit = limit
  }

  /// How many are open.
  var count: Int { contents.withLock { $0.channels.count } }

  /// Takes a new connection up; over the limit it is closed at once, which costs less than to hear it.
  func admit(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    let isAdmitted = contents.withLock { contents in
      guard contents.channels.count < limit, !contents.isFinishing else { return false }
      contents.channels[id] = channel
      return true
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
  }

  /// Lets each connection finish the answer in hand, and closes what is left after a while.
  func finish(within grace: TimeAmount) {
    let channels = contents.withLock { contents in
      contents.isFinishing = true
      return Array(contents.channels.values)
    }
    for channel in channels {
      channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
      channel.eventLoop.scheduleTask(in: grace) { channel.close(promise: nil) }
    }
  }
}
