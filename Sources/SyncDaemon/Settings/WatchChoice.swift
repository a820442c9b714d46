/// The way in which the article directories are watched.
public enum WatchChoice: String, Hashable, Sendable, CaseIterable {
  /// Events where the system has them, polling elsewhere and when they fail.
  case auto
  /// Polling only, for network file systems and containers.
  case polling
}
