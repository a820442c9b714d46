/// Says how long a hub that fails is left alone, and how often it is tried.
struct PingTimes: Sendable {
  /// After the first failure, before the spread: long enough for a hub that restarts.
  var first = Duration.seconds(5)
  /// The longest pause: a hub that is back has the news within the hour.
  var longest = Duration.seconds(3_600)
  /// So many failures in a row, and it is given up until something changes again: the pauses before
  /// make a day.
  var attempts = 34

  /// The pause after a number of failures in a row: doubled each time, and spread over its upper
  /// half, so that the many clients of a hub that comes back do not come back together.
  ///
  /// - Parameters:
  ///   - failures: From 1.
  ///   - retryAfter: What the hub asked for, which is waited at least.
  ///   - random: From 0 up to 1.
  /// - Returns: The pause.
  func pause(failures: Int, retryAfter: Duration?, random: Double) -> Duration {
    var pause = first
    for _ in 1..<max(failures, 1) where pause < longest { pause = min(pause * 2, longest) }
    return max(retryAfter ?? .zero, pause * (0.5 + random / 2))
  }
}
