/// Remembers what one hub has been told, and what it has yet to be told.
///
/// A topic waits once, however often it changes meanwhile. A topic that fails is tried again behind
/// the others, after a pause that holds for the whole hub.
struct HubQueue: Sendable {
  /// The next step after a verdict.
  enum Sequel: Equatable, Sendable {
    /// Go on with the next topic.
    case goOn
    /// Leave the hub alone for a while.
    case rest(Duration)
    /// Give up: this number of topics is not tried again until they change.
    case gaveUp(topics: Int)
  }

  /// The hub's address.
  let hub: String
  /// The digest of each topic that the hub has taken.
  private(set) var accepted: [String: String]
  /// The topics that wait, the next one first.
  private(set) var waiting: [String] = []
  /// The number of failures in a row.
  private(set) var failures = 0
  /// The digest of each topic as it is now.
  private var current: [String: String] = [:]
  /// The digest of each topic that the hub did not want.
  private var refused: [String: String] = [:]

  init(hub: String, accepted: [String: String] = [:]) {
    self.hub = hub
    self.accepted = accepted
  }

  /// Takes the present version of a topic.
  mutating func note(_ topic: FeedTopic) {
    let digest = topic.hubs.contains(hub) ? topic.digest : nil
    guard current[topic.url] != digest else { return }
    current[topic.url] = digest
    // When one topic changes, the hub is told of all that it missed.
    refill()
  }

  /// Adds the topics that the hub has yet to be told of, and removes the others.
  private mutating func refill() {
    waiting = waiting.filter(isUntold)
    for topic in current.keys.sorted() where isUntold(topic) && !waiting.contains(topic) {
      waiting.append(topic)
    }
  }

  private func isUntold(_ topic: String) -> Bool {
    guard let digest = current[topic] else { return false }
    return accepted[topic] != digest && refused[topic] != digest
  }

  /// The next ping, which stays in the queue until its verdict is taken.
  var next: HubPing? {
    guard let topic = waiting.first, let digest = current[topic] else { return nil }
    return HubPing(hub: hub, topic: topic, digest: digest)
  }

  /// Applies the verdict on a ping.
  ///
  /// - Parameters:
  ///   - verdict: The verdict.
  ///   - ping: The ping, which was `next` when it was sent.
  ///   - times: The lengths of pauses.
  ///   - random: A random number from 0 up to 1.
  /// - Returns: The next step.
  mutating func apply(
    _ verdict: HubVerdict, of ping: HubPing, times: PingTimes, random: Double
  ) -> Sequel {
    switch verdict {
    case .accepted:
      failures = 0
      accepted[ping.topic] = ping.digest
      putBehind(ping.topic)
      return .goOn
    case .refused:
      // The hub answers, so it is not down.
      failures = 0
      refused[ping.topic] = ping.digest
      putBehind(ping.topic)
      return .goOn
    case .failed(_, let retryAfter):
      failures += 1
      guard failures < times.attempts else {
        defer { waiting = [] }
        failures = 0
        return .gaveUp(topics: waiting.count)
      }
      putBehind(ping.topic)
      return .rest(times.pause(failures: failures, retryAfter: retryAfter, random: random))
    }
  }

  /// Moves a topic behind the others if it has changed or must be tried again; else removes it.
  private mutating func putBehind(_ topic: String) {
    waiting.removeAll { $0 == topic }
    if isUntold(topic) { waiting.append(topic) }
  }
}
