/// The pauses after failed pings, and the number of attempts.
struct PingTimes: Sendable {
  /// The pause after the first failure, before the random spread: long enough for a hub that
  /// restarts.
  var first = Duration.seconds(5)
  /// The longest pause: a hub that is back has the news within the hour.
  var longest = Duration.seconds(3_600)
  /// The failures in a row after which a hub is given up until something changes again: the pauses
  /// before make a day.
  var attempts = 34

  /// The pause after a number of failures in a row: doubled each time, and spread over its upper
  /// half, so that the many clients of a hub that comes back do not come back together.
  ///
  /// - Parameters:
  ///   - failures: The number of failures, from 1.
  ///   - retryAfter: The pause that the hub asked for, which is the least.
  ///   - random: A random number from 0 up to 1.
  /// - Returns: The pause.
  func pause(failures: Int, retryAfter: Duration?, random: Double) -> Duration {
    var pause = first
    for _ in 1..<max(failures, 1) where pause < longest { pause = min(pause * 2, longest) }
    return max(retryAfter ?? .zero, pause * (0.5 + random / 2))
  }
}
