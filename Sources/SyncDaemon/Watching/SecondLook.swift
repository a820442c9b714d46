#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks again at directories that changed while they were scanned, so that an absent file is
/// surely absent.
///
/// A scan is no snapshot: a file that is renamed meanwhile may be seen under both names, or under
/// none. If no directory changed since its names were read, the names are those of one moment.
/// Directories that change all the time are read again and again: a file that is there may escape
/// one look by chance, but not one after the other.
struct SecondLook {
  /// The scan that is repeated.
  let scan: DirectoryScan
  /// Waits long enough for a change to have another time than the one before; called between two
  /// looks.
  var pause: () -> Void = { usleep(25_000) }

  /// The most looks at directories that go on changing: half a second with the pauses.
  private static let looks = 20
  /// The number of looks that suffice if no name was lost between listing and examining. One look
  /// misses a file that is renamed 5,000 times a second among a hundred others less than once in
  /// ten. Three in a row miss it less than once in a thousand, and only if it moves between
  /// folders.
  private static let sureLooks = 3

  /// Looks until every directory stands still, or has been looked at often enough.
  ///
  /// - Parameters:
  ///   - directories: The directories as the scan found them.
  ///   - hasLost: Whether that scan listed names that were gone when they were looked at.
  ///   - isNeeded: Whether anything is still missing; asked before each look.
  ///   - visitor: Called for what is found, as by a scan; files that it knows already come again.
  /// - Throws: Errors of the visitor.
  /// - Returns: Whether the missing files are surely absent; if false, it is not known.
  func look<Failure: Error>(
    after directories: [ScannedDirectory], hasLost: Bool, isNeeded: () -> Bool,
    _ visitor: DirectoryScan.Visitor<Failure>
  ) throws(Failure) -> Bool {
    var known = Dictionary(
      directories.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    var sure = hasLost ? 0 : 1
    for _ in 0..<Self.looks {
      guard isNeeded() else { return true }
      let restless = known.values.filter { !$0.isUnchanged }.sorted { $0.path < $1.path }
      if restless.isEmpty { return true }
      pause()
      var lost = false
      var fresh: [FilePath: ScannedDirectory] = [:]
      for directory in restless { known[directory.path] = nil }
      let again = DirectoryScan.Visitor<Failure>(
        found: visitor.found, finding: visitor.finding,
        entered: { directory throws(Failure) in
          fresh[directory.path] = directory
          try visitor.entered(directory)
        },
        lost: {
          lost = true
          visitor.lost()
        })
      for directory in restless where fresh[directory.path] == nil {
        let root = FilePath(bytes: directory.root.utf8)
        try scan.walk(root: directory.root, from: directory.relativePath, again) { below in
          let path = root.appending(below)
          return known[path] == nil && fresh[path] == nil
        }
      }
      known.merge(fresh) { _, new in new }
      if !lost { sure += 1 }
      if sure >= Self.sureLooks { return true }
    }
    return !isNeeded()
  }
}
