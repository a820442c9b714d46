/// The request for one pass: what to look at.
public struct SyncRequest: Hashable, Codable, Sendable {
  /// Only these paths, absolute; empty looks at everything.
  public var paths: [String]
  /// Whether files are read although their size and time are those of last time.
  public var isFull: Bool
  /// Whether files that were written less than the setting `settle` ago are left for later; a person who asks to look
  /// now means now.
  public var waitsForWriters: Bool

  /// Makes a request; without arguments, for everything that changed.
  public init(paths: [String] = [], isFull: Bool = false, waitsForWriters: Bool = false) {
    self.paths = paths
    self.isFull = isFull
    self.waitsForWriters = waitsForWriters
  }
}
