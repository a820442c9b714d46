/// The part of the archive that a question needs.
public enum ArchiveExtent: Hashable, Sendable {
  /// Nothing but what the open state says of it.
  case none
  /// The documents that hold what these names mean: ids, slugs, paths, permalinks.
  case named([String])
  /// All of it.
  case whole
}
