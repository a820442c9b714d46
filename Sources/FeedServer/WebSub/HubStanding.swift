public import FoundationEssentials

/// How it stands between the service and one hub, for `status`.
public struct HubStanding: Hashable, Sendable {
  /// The hub's address.
  public var hub: String
  /// How many feed documents it has yet to be told of.
  public var waiting = 0
  /// How many attempts failed in a row.
  public var failures = 0
  /// When it last took a ping.
  public var lastAccepted: Date?
  /// When it is tried again, if it is left alone for now.
  public var nextAttempt: Date?
  /// What went wrong last, until it takes a ping.
  public var problem: String?

  init(hub: String) {
    self.hub = hub
  }
}
