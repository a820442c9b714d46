import FoundationEssentials

/// The time of a pass, and whether it can be believed.
///
/// A small machine without a battery begins in 1970, and a restored one some months ago. A date in
/// the future says something about the article only if the clock is right; otherwise it says
/// something about the clock.
final class PassClock {
  /// The time.
  let now: Date
  private let lastPublication: Date?
  private let scanned: [Int64]
  private var answer: Bool?

  /// Before there was a newsfold, which no clock that is right can show.
  static let earliest = Date(timeIntervalSince1970: 1_767_225_600)  // 2026-01-01
  /// The most that a clock which is right may be behind: the time zone of a machine that was set by
  /// hand.
  private static let slack: TimeInterval = 86_400

  /// Makes the clock of a pass.
  ///
  /// - Parameters:
  ///   - now: The time.
  ///   - lastPublication: When something was last published, if it was.
  ///   - scanned: The modification times of the article files of the pass, in nanoseconds since
  ///     1970.
  init(now: Date, lastPublication: Date? = nil, scanned: [Int64] = []) {
    self.now = now
    self.lastPublication = lastPublication
    self.scanned = scanned
  }

  /// Whether the time can be right: not before newsfold was made, not before it last published, and
  /// not before most files were written. One file from the future says that the file is wrong.
  ///
  /// - Parameter remembered: The modification times of the files that are remembered; asked once at
  ///   most.
  /// - Returns: The same for the whole pass.
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
