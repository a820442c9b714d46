/// A request for one pass.
public struct SyncRequest: Hashable, Codable, Sendable {
  /// The absolute paths to look at; an empty list means everything.
  public var paths: [FilePath]
  /// Whether files are read even if their size and time have not changed.
  public var isFull: Bool
  /// Whether files that were written less than the setting `settle` ago are left for later. A
  /// person who asks wants them now.
  public var waitsForWriters: Bool

  /// The meaning of a missing file.
  public var absence: Absence

  /// The meaning of a missing file.
  public enum Absence: String, Hashable, Codable, Sendable {
    /// Withdraw missing files now: a person asked, or a single pass runs.
    case atOnce
    /// Withdraw files once they were missing for the setting `withdraw_after`: the service looks by
    /// itself.
    case waits
    /// Withdraw all missing files, however many they are and wherever their folder is: a person
    /// asked for it.
    case withdraws
  }

  /// Makes a request; without arguments, for everything that has changed.
  public init(
    paths: [FilePath] = [], isFull: Bool = false, waitsForWriters: Bool = false,
    absence: Absence = .atOnce
  ) {
    self.absence = absence
    self.paths = paths
    self.isFull = isFull
    self.waitsForWriters = waitsForWriters
  }
}
