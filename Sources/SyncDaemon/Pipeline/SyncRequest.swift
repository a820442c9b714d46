/// What one pass is asked to look at.
public struct SyncRequest: Hashable, Codable, Sendable {
  /// Only these paths, absolute; empty looks at everything.
  public var paths: [String]
  /// Whether files are read although their size and time are those of last time.
  public var isFull: Bool

  /// Makes a request; without arguments, for everything that changed.
  public init(paths: [String] = [], isFull: Bool = false) {
    self.paths = paths
    self.isFull = isFull
  }
}
