import NewsModel

/// The message to a hub that a topic has changed.
struct HubPing: Hashable, Sendable {
  /// The hub's address.
  let hub: String
  /// The topic's address.
  let topic: String
  /// The digest of the version that the hub will see, unless a later one replaces it.
  let digest: String

  /// The form that every hub takes, `hub.mode=publish`: WebSub §6 leaves it open, PubSubHubbub 0.4
  /// §7.1 says `hub.url`, and some hubs ask for `hub.topic`.
  var form: String {
    let topic = PercentCoding.coded(value: topic)
    return "hub.mode=publish&hub.url=\(topic)&hub.topic=\(topic)"
  }
}
