import NIOCore
import Synchronization

/// The open connections: limited in number, shared among hosts, and closed at the end.
///
/// If all places are taken, a new connection gets one of the host with the most: that of the
/// connection that has been idle for longest. If none is idle and the host has more than its share,
/// its oldest connection goes. So one host can use all places while nobody else wants them, but
/// shuts nobody out.
final class OpenConnections: Sendable {
  private struct Entry {
    var channel: any Channel
    var client: ClientAddress
    var activity: ConnectionActivity
    var number: Int
  }

  private struct Contents {
    var entries: [ObjectIdentifier: Entry] = [:]
    var counts: [ClientAddress: Int] = [:]
    var admitted = 0
    var isFinishing = false

    mutating func insert(_ entry: Entry, as id: ObjectIdentifier) {
      entries[id] = entry
      counts[entry.client, default: 0] += 1
    }

    mutating func remove(_ id: ObjectIdentifier) -> (any Channel)? {
      guard let entry = entries.removeValue(forKey: id) else { return nil }
      let left = counts[entry.client, default: 1] - 1
      counts[entry.client] = left == 0 ? nil : left
      return entry.channel
    }
  }

  private enum Verdict {
    case refused
    case admitted(isLate: Bool, instead: (any Channel)?)
  }

  private let limit: Int
  private let grace: TimeAmount
  private let contents = Mutex(Contents())

  /// Makes an empty list.
  ///
  /// - Parameters:
  ///   - limit: The most open connections.
  ///   - grace: The time that each gets to finish its answer when the service stops.
  init(limit: Int, grace: TimeAmount) {
    self.limit = limit
    self.grace = grace
  }

  /// The number of open connections.
  var count: Int { contents.withLock { $0.entries.count } }

  /// Adds a new connection, in the place of another if all are taken. A connection for which there
  /// is no place is closed at once, which costs less than to read its request.
  func admit(_ channel: any Channel, _ activity: ConnectionActivity) {
    let id = ObjectIdentifier(channel)
    let client = ClientAddress(channel.remoteAddress)
    let limit = limit
    let verdict: Verdict = contents.withLock { contents in
      var instead: (any Channel)?
      if contents.entries.count >= limit {
        guard let chosen = Self.chosen(for: client, contents, limit) else { return .refused }
        instead = contents.remove(chosen)
      }
      contents.admitted += 1
      contents.insert(
        Entry(channel: channel, client: client, activity: activity, number: contents.admitted),
        as: id)
      return .admitted(isLate: contents.isFinishing, instead: instead)
    }
    guard case .admitted(let isLate, let instead) = verdict else {
      channel.close(promise: nil)
      return
    }
    instead?.close(promise: nil)
    channel.closeFuture.whenComplete { [self] _ in
      contents.withLock { contents in
        _ = contents.remove(id)
      }
    }
    // Accepted while the service stops: its first request is answered and is the last one.
    if isLate { channel.eventLoop.execute { self.end(channel) } }
  }

  /// The connection whose place a newcomer gets; nil if it gets none.
  ///
  /// - Complexity: O(*n*) in the number of open connections, and only if all places are taken.
  private static func chosen(
    for client: ClientAddress, _ contents: Contents, _ limit: Int
  ) -> ObjectIdentifier? {
    let most = contents.counts.values.max() ?? 0
    // A new connection of the host with the most takes the place of one of its own.
    let isOwn = contents.counts[client] == most
    var idle: (id: ObjectIdentifier, since: UInt64)?
    var oldest: (id: ObjectIdentifier, number: Int)?
    for (id, entry) in contents.entries {
      guard isOwn ? entry.client == client : contents.counts[entry.client] == most else {
        continue
      }
      if let since = entry.activity.idleSince, since < idle?.since ?? .max { idle = (id, since) }
      if entry.number < oldest?.number ?? .max { oldest = (id, entry.number) }
    }
    if let idle { return idle.id }
    let hosts = contents.counts.count + (contents.counts[client] == nil ? 1 : 0)
    return isOwn || most <= limit / hosts ? nil : oldest?.id
  }

  /// Lets each connection finish its answer, and closes the rest after the grace.
  func finish() {
    let channels = contents.withLock { contents in
      contents.isFinishing = true
      return contents.entries.values.map(\.channel)
    }
    for channel in channels { end(channel) }
  }

  private func end(_ channel: any Channel) {
    channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    channel.eventLoop.scheduleTask(in: grace) { channel.close(promise: nil) }
  }
}
