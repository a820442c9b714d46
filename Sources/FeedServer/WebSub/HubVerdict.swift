/// The outcome of a ping.
enum HubVerdict: Equatable, Sendable {
  /// The hub will fetch the topic.
  case accepted
  /// The hub will never want it: a person must look.
  case refused(String)
  /// The hub could not be reached or cannot take it now; with the time for which it asks to be left
  /// alone.
  case failed(String, retryAfter: Duration?)

  /// The longest that a hub can ask to be left alone: a day, after which it is worth a look.
  static let longestRest = Duration.seconds(86_400)

  /// Judges an answer.
  ///
  /// - Parameters:
  ///   - status: The status code.
  ///   - retryAfter: The field's value (RFC 9110 §10.2.3), seconds or a date.
  ///   - location: The field's value, for the message.
  ///   - now: The time in seconds since 1970.
  init(status: Int, retryAfter: String?, location: String?, now: Int64) {
    switch status {
    case 200..<300:
      self = .accepted
    case 300..<400:
      // A redirected POST may arrive as a GET (RFC 9110 §15.4.2): the setting is mended instead.
      self = .refused("it answers \(status), see \(location ?? "no other address")")
    case 408, 425, 429, 500...:
      let seconds = retryAfter.flatMap { text in
        Int64(text) ?? HTTPDate.seconds(text, now: now).map { $0 - now }
      }
      let rest = seconds.flatMap { $0 > 0 ? min(.seconds($0), HubVerdict.longestRest) : nil }
      self = .failed("it answers \(status)", retryAfter: rest)
    default:
      self = .refused("it answers \(status)")
    }
  }
}
