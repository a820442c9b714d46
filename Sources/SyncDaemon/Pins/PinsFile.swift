#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Changes `pins.yaml` on the disk: one process at a time, and a reader never sees half of it.
public struct PinsFile: Sendable {
  private let path: String

  /// Makes the file of a site; the file need not exist.
  public init(_ site: Site) {
    // A symbolic link stays: the file that it leads to is replaced.
    path = DirectoryScan.resolve(site.pinsPath) ?? site.pinsPath
  }

  /// Changes the file; a text that stays the same is not written.
  ///
  /// - Parameter change: Returns the new text for the old one, which is empty if there is no file.
  /// - Throws: `SettingsError`, `FileError`, and the errors of `change`.
  public func change(_ change: (String) throws -> String) throws {
    let files = POSIXFiles()
    // The lock is on the directory, because the file itself is replaced. Closing it unlocks it.
    let directory = open(path.parentDirectory, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else {
      throw FileError(operation: "open", path: path.parentDirectory, code: errno)
    }
    let held = Descriptor(owning: directory)
    while flock(held.raw, LOCK_EX) != 0 {
      if errno != EINTR { throw FileError(operation: "lock", path: path, code: errno) }
    }
    let old = try ConfigurationTexts.text(path, files)
    let new = try change(old)
    guard new != old else { return }
    let temporary = path + ".\(getpid()).tmp"
    do throws(FileError) {
      try files.write(Array(new.utf8), to: temporary)
      try keepOwner(of: path, on: temporary)
      try files.sync(temporary)
      try files.rename(temporary, to: path)
    } catch {
      // Silence is right: the first error is the one to report, and half a file is of no use.
      try? files.remove(temporary)
      throw error
    }
    try files.sync(path.parentDirectory)
  }

  /// Gives a file the permissions of another, and its owner as far as this user may.
  private func keepOwner(of path: String, on copy: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard chmod(copy, status.st_mode & 0o7777) == 0 else {
      throw FileError(operation: "set the rights", path: copy, code: errno)
    }
    // Only root may give a file away. For other users the file becomes theirs, and keeps its group
    // if they belong to it.
    if chown(copy, status.st_uid, status.st_gid) != 0 { _ = chown(copy, uid_t.max, status.st_gid) }
  }
}
