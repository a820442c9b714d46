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
    let topic = HubPing.encoded(topic)
    return "hub.mode=publish&hub.url=\(topic)&hub.topic=\(topic)"
  }

  /// Percent-encodes all but the unreserved characters (RFC 3986 §2.3).
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }
}
