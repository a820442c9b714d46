/// The rules by which a file that is not there is withdrawn, waits, or is kept as missing.
///
/// What is published is worth more than what is absent. A file is withdrawn only after a look at
/// everything: at once if a person or a single pass looks, and by a running service after it was
/// absent for the setting `withdraw_after`. A file whose folder is on another file system, or that
/// is missing together with most of the site, is kept until it returns or a person says that it is
/// gone.
struct MissingFiles {
  /// A decision about files that are not there.
  struct Verdict: Equatable {
    /// Files that are gone: what they said is withdrawn.
    var gone: [FilePath] = []
    /// Files that are missing from now on, and are kept.
    var kept: [FilePath: MissingFile.Cause] = [:]
  }

  /// The circumstances of a verdict.
  struct Situation {
    /// The meaning of absence.
    var absence: SyncRequest.Absence
    /// Whether only some paths were looked at.
    var isPartial: Bool
    /// Whether what is missing was surely absent.
    var isCertain: Bool
    /// Whether more is missing than anybody withdraws at once.
    var isTooMuch: Bool
    /// The setting `withdraw_after`.
    var patience: Duration
    /// The time by a clock that never jumps.
    var now: Duration
  }

  /// Fewer files than these are never too many: a person who deletes them means it.
  static let fewFiles = 10
  /// The least time until what could not be judged is looked at again.
  private static let shortestWait: Duration = .seconds(1)

  /// When each file that waits was missed first.
  private var since: [FilePath: Duration] = [:]
  /// When to look again at what waits, by the clock that never jumps; nil if nothing waits.
  private(set) var nextLook: Duration?

  /// The number of files that wait.
  var count: Int { since.count }

  /// Whether a file was not there when it was last looked for.
  func isWaiting(_ path: FilePath) -> Bool { since[path] != nil }

  /// Whether so many are missing that it is rather a disk that is not there.
  static func isTooMuch(missing: Int, of known: Int, share: Double) -> Bool {
    missing > fewFiles && Double(missing) > share * Double(known)
  }

  /// Decides about files that are not there.
  ///
  /// - Parameters:
  ///   - absent: Remembered files that were not seen, though their directories were looked at.
  ///   - situation: How the look was.
  ///   - isKept: Whether a file is known to be missing already.
  ///   - isMoved: Whether all that a file said is said by files that are there.
  ///   - isElsewhere: Whether the folder of a file is on another file system than it was.
  /// - Returns: What to do; what is in neither list stays as it is.
  mutating func judge(
    _ absent: [FilePath], _ situation: Situation, isKept: (FilePath) -> Bool,
    isMoved: (FilePath) -> Bool, isElsewhere: (FilePath) -> Bool
  ) -> Verdict {
    var verdict = Verdict()
    var waiting: [FilePath: Duration] = [:]
    for path in absent {
      if isMoved(path) {
        verdict.gone.append(path)
      } else if situation.absence == .withdraws, !situation.isPartial, situation.isCertain {
        verdict.gone.append(path)
      } else if isKept(path) {
        continue
      } else if isElsewhere(path) {
        verdict.kept[path] = .device
      } else if situation.isPartial || !situation.isCertain {
        waiting[path] = since[path] ?? situation.now
      } else if situation.isTooMuch {
        verdict.kept[path] = .share
      } else if situation.absence == .atOnce {
        verdict.gone.append(path)
      } else if let first = since[path], situation.now - first >= situation.patience {
        verdict.gone.append(path)
      } else {
        waiting[path] = since[path] ?? situation.now
      }
    }
    if situation.isPartial {
      for path in verdict.gone + Array(verdict.kept.keys) { since[path] = nil }
      since.merge(waiting) { first, _ in first }
    } else {
      since = waiting
    }
    nextLook = since.values.min().map {
      max($0 + situation.patience, situation.now + Self.shortestWait)
    }
    return verdict
  }

  /// Forgets a file that was seen again.
  mutating func saw(_ isSeen: (FilePath) -> Bool) {
    since = since.filter { !isSeen($0.key) }
    if since.isEmpty { nextLook = nil }
  }
}
