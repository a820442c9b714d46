public import FoundationEssentials

/// The standing of one hub, for `status`.
public struct HubStanding: Hashable, Sendable {
  /// The hub's address.
  public var hub: String
  /// The number of feed documents that it has yet to be told of.
  public var waiting = 0
  /// The number of attempts that failed in a row.
  public var failures = 0
  /// The time when it last accepted a ping.
  public var lastAccepted: Date?
  /// The time of the next attempt, if it is left alone until then.
  public var nextAttempt: Date?
  /// The last failure; nil once it accepts a ping.
  public var problem: String?

  init(hub: String) {
    self.hub = hub
  }
}
