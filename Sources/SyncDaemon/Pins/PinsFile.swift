#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `pins.yaml` on the disk, changed by one process at a time and never seen in part.
public struct PinsFile: Sendable {
  private let path: String

  /// Names the file, which need not be there.
  public init(_ site: Site) {
    // A symbolic link stays one: what it leads to is replaced.
    path = DirectoryScan.resolve(site.pinsPath) ?? site.pinsPath
  }

  /// Changes the file; a text that stays the same is not written.
  ///
  /// - Parameter change: Makes the new text of the old one, which is empty where there is no file.
  /// - Throws: `SettingsError`, `FileError`, and what `change` throws.
  public func change(_ change: (String) throws -> String) throws {
    let files = POSIXFiles()
    // The lock is on the directory: the file itself is replaced. Closing it lets go.
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
      // What is half written is of no use; the first error is the one to tell.
      try? files.remove(temporary)
      throw error
    }
    try files.sync(path.parentDirectory)
  }

  /// Gives a file the rights of another, and its owner as far as this user may.
  private func keepOwner(of path: String, on copy: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard chmod(copy, status.st_mode & 0o7777) == 0 else {
      throw FileError(operation: "set the rights", path: copy, code: errno)
    }
    // Only root may give files away; for others the file becomes theirs, and its group stays where
    // they are in it.
    if chown(copy, status.st_uid, status.st_gid) != 0 { _ = chown(copy, uid_t.max, status.st_gid) }
  }
}
