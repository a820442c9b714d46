/// The pauses after failures: doubled from one to the next, spread so that many writers do not come
/// back at once.
struct RetryTimes: Sendable {
  /// The first pause.
  var first: Duration = .milliseconds(250)
  /// The longest pause: a server that comes back is noticed within a minute.
  var longest: Duration = .seconds(60)

  /// The pause after a number of failures in a row.
  ///
  /// - Parameters:
  ///   - failures: How many, from 1.
  ///   - atLeast: The seconds that the server asked for; no more than an hour counts.
  ///   - random: From 0 to 1, spreads over the upper half.
  /// - Returns: The pause.
  func pause(after failures: Int, atLeast: Int?, random: Double) -> Duration {
    let doubled = first * (1 << min(max(failures, 1) - 1, 20))
    let spread = min(doubled, longest) * (0.5 + random / 2)
    return max(spread, .seconds(min(max(atLeast ?? 0, 0), 3_600)))
  }
}
