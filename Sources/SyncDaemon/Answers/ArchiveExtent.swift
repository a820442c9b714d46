/// The part of the archive that a question needs to read.
public enum ArchiveExtent: Hashable, Sendable {
  /// No document; the catalogue in the open state is enough.
  case none
  /// The documents that may hold these names: ids, slugs, paths, permalinks.
  case named([String])
  /// Every document.
  case whole
}
