/// The rules by which a file that is not there is withdrawn, waits, or is kept as missing.
///
/// An absent file proves little, and a withdrawal reaches readers. A file is withdrawn only after a
/// look at everything: at once if a person or a single pass looks, and by a running service after
/// it was absent for the setting `withdraw_after`. A file whose folder is on another file system,
/// or that is missing together with most of the site, is kept until it returns or a person says
/// that it is gone.
struct MissingFiles {
  /// A decision about files that are not there.
  struct Verdict: Equatable {
    /// Files that are gone; their articles are withdrawn.
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
    /// Whether the missing files were surely absent.
    var isCertain: Bool
    /// Whether more files are missing than anybody withdraws at once.
    var isTooMuch: Bool
    /// The setting `withdraw_after`.
    var patience: Duration
    /// The time by a clock that never jumps.
    var now: Duration
  }

  /// Fewer files than these are never too many: a person who deletes them means it.
  static let fewFiles = 10
  /// The shortest time until files that could not be judged are looked for again.
  private static let shortestWait: Duration = .seconds(1)

  /// The time when each waiting file was first missed.
  private var since: [FilePath: Duration] = [:]
  /// The time of the next look for waiting files, by the clock that never jumps; nil if none waits.
  private(set) var nextLook: Duration?

  /// The number of files that wait.
  var count: Int { since.count }

  /// Whether a file was missing at the last look, and waits.
  func isWaiting(_ path: FilePath) -> Bool { since[path] != nil }

  /// Whether so many files are missing that probably a disk is not mounted.
  static func isTooMuch(missing: Int, of known: Int, share: Double) -> Bool {
    missing > fewFiles && Double(missing) > share * Double(known)
  }

  /// Decides about files that are not there.
  ///
  /// - Parameters:
  ///   - absent: Remembered files that were not seen, though their directories were looked at.
  ///   - situation: The circumstances of the look.
  ///   - isKept: Whether a file is known to be missing already.
  ///   - isMoved: Whether other files hold all articles of a file.
  ///   - isElsewhere: Whether the folder of a file is on another file system than it was.
  /// - Returns: The verdict; a file in neither list stays as it is.
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
