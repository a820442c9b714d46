#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A directory that a scan listed, with the times that tell whether its names have changed since.
struct ScannedDirectory: Hashable, Sendable {
  /// The root that it is, or is below.
  let root: String
  /// Its path below the root; nil for the root itself.
  let relativePath: FilePath?
  /// The identity of the directory; nil if the system did not tell.
  let identity: FileIdentity?
  /// The last change of its names before they were listed, in nanoseconds since 1970.
  let changed: Int64
  /// The time when they were listed, by the clock of this machine.
  let listed: Int64

  /// The path.
  var path: FilePath {
    let root = FilePath(bytes: root.utf8)
    return relativePath.map { root.appending($0) } ?? root
  }

  /// Makes the record of a directory whose names were just read.
  init(_ listing: DirectoryListing, root: String, relativePath: FilePath?) {
    self.root = root
    self.relativePath = relativePath
    // The status before its names were read, so that a change meanwhile counts as one afterwards.
    let status = listing.statusBefore
    identity = status.map { FileIdentity($0) }
    changed = status.map(Self.changed) ?? .max
    listed = listing.listed
  }

  /// Whether the names are surely those that were listed.
  ///
  /// Times of files have the grain of the kernel's tick, at most 10 ms (HZ=100): two changes that
  /// close may leave the same time. So names that were listed within two ticks of a change are not
  /// certain.
  var isUnchanged: Bool {
    guard let identity, changed < listed - 20_000_000 else { return false }
    guard
      case .present(let status) = PathWalk(to: relativePath, below: FilePath(bytes: root.utf8)).end
    else { return false }
    return identity == FileIdentity(status) && changed == Self.changed(status)
  }

  /// The time when a directory last changed in any way (`st_ctim`), which no program can set back.
  private static func changed(_ status: stat) -> Int64 {
    #if canImport(Darwin)
      let time = status.st_ctimespec
    #else
      let time = status.st_ctim
    #endif
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
