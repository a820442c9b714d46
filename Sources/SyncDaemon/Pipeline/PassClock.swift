import FoundationEssentials

/// The time of a pass, and whether it can be believed.
///
/// A small machine without a battery starts in 1970, and a restored one some months ago. Only if
/// the clock is right does a date in the future say something about the article.
final class PassClock {
  /// The time.
  let now: Date
  private let lastPublication: Date?
  private let scanned: [Int64]
  private var answer: Bool?

  /// The beginning of 2026: newsfold did not exist before, so no right clock shows an earlier time.
  static let earliest = Date(timeIntervalSince1970: 1_767_225_600)  // 2026-01-01
  /// The most by which a right clock may lag: a day, for the time zone of a machine that was set by
  /// hand.
  private static let slack: TimeInterval = 86_400

  /// Makes the clock of a pass.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - lastPublication: The time of the last publication, if there was one.
  ///   - scanned: The modification times of the article files of the pass, in nanoseconds since
  ///     1970.
  init(now: Date, lastPublication: Date? = nil, scanned: [Int64] = []) {
    self.now = now
    self.lastPublication = lastPublication
    self.scanned = scanned
  }

  /// Whether the time can be right.
  ///
  /// It must not be before newsfold was made, before the last publication, or before most files
  /// were written. A single file from the future only shows that this file is wrong.
  ///
  /// - Parameter remembered: The modification times of the files that are remembered; called once
  ///   at most.
  /// - Returns: The same answer for the whole pass.
  func isPlausible(_ remembered: () -> [Int64]) -> Bool {
    if let answer { return answer }
    let isPlausible = judge(remembered)
    answer = isPlausible
    return isPlausible
  }

  private func judge(_ remembered: () -> [Int64]) -> Bool {
    if now < Self.earliest { return false }
    if let lastPublication, now < lastPublication.addingTimeInterval(-Self.slack) { return false }
    let limit = now.addingTimeInterval(Self.slack).timeIntervalSince1970 * 1_000_000_000
    let times = scanned + remembered()
    return times.count { Double($0) > limit } * 2 <= times.count
  }
}
