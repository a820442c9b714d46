/// The request for one pass: what to look at.
public struct SyncRequest: Hashable, Codable, Sendable {
  /// Only these paths, absolute; empty looks at everything.
  public var paths: [FilePath]
  /// Whether files are read although their size and time are those of last time.
  public var isFull: Bool
  /// Whether files that were written less than the setting `settle` ago are left for later; a
  /// person who asks to look now means now.
  public var waitsForWriters: Bool

  /// How files that are not there are taken.
  public var absence: Absence

  /// What the absence of a file means.
  public enum Absence: String, Hashable, Codable, Sendable {
    /// What is gone is withdrawn now: a person, or a pass by itself, looks.
    case atOnce
    /// What is gone is withdrawn once it was absent for the setting `withdraw_after`: the service
    /// looks by itself.
    case waits
    /// All that is not there is withdrawn, however much it is and wherever its folder is: a person
    /// says so.
    case withdraws
  }

  /// Makes a request; without arguments, for everything that changed.
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
