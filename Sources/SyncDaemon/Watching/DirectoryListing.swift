#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The names in one directory, in the order of the whole paths below it, and a handle to look them
/// up by.
///
/// Names lie one after the other in one buffer, so a directory of a million files costs their bytes
/// and sixteen more each. The directory stays open while the listing lives: so a look-up goes to
/// this directory even if one above is replaced.
final class DirectoryListing {
  /// The kind of thing that a name stands for.
  enum Kind: UInt8 {
    case file, directory, link, other
  }

  fileprivate struct Entry {
    let inode: UInt64
    let start: UInt32
    let count: UInt16
    let kind: Kind
  }

  /// The descriptor of the directory, for `openat` and `fstatat`.
  let descriptor: Int32
  private let stream: OpaquePointer
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// Opens and lists a directory.
  ///
  /// - Parameters:
  ///   - name: A path, or a name in `parent`.
  ///   - parent: The descriptor of the directory that `name` is in; none for a path of its own.
  ///   - followsLink: Whether `name` itself may be a symbolic link, as a root may.
  ///   - isSorted: Whether to sort the names.
  /// - Throws: `FileError` if it is no directory or cannot be listed.
  init(
    _ name: UnsafePointer<CChar>, in parent: Int32 = AT_FDCWD, followsLink: Bool = false,
    isSorted: Bool = true
  ) throws(FileError) {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW)
    let opened = openat(parent, name, flags)
    guard opened >= 0 else {
      throw FileError(operation: "open", path: String(cString: name), code: errno)
    }
    guard let stream = fdopendir(opened) else {
      let code = errno
      close(opened)
      throw FileError(operation: "list", path: String(cString: name), code: code)
    }
    descriptor = opened
    var status = stat()
    statusBefore = fstat(opened, &status) == 0 ? status : nil
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    listed = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    self.stream = stream
    guard readNames() else {
      throw FileError(operation: "list", path: String(cString: name), code: errno)
    }
    if isSorted { sort() }
  }

  deinit {
    closedir(stream)
  }

  /// The status of the directory just before its names were read; nil if the system did not tell.
  let statusBefore: stat?
  /// The time of that, in nanoseconds since 1970.
  let listed: Int64

  /// The number of names.
  var count: Int { entries.count }

  /// The kind of thing that the name at an index stands for.
  func kind(at index: Int) -> Kind { entries[index].kind }

  /// The inode number of the name at an index, as the directory gives it.
  func inode(at index: Int) -> UInt64 { entries[index].inode }

  /// The bytes of the name at an index, ended by a zero that is not counted.
  func withName<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<CChar>) -> Result
  ) -> Result {
    let entry = entries[index]
    return bytes.withUnsafeBytes { all in
      let name = UnsafeRawBufferPointer(
        rebasing: all[Int(entry.start)..<Int(entry.start) + Int(entry.count)])
      return name.withMemoryRebound(to: CChar.self) { body($0) }
    }
  }

  private func readNames() -> Bool {
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return false }
    while true {
      errno = 0
      guard let item = readdir(stream) else { return errno == 0 }
      // The record is only as long as its name needs, so the name must not be copied as the 256
      // bytes of its type.
      let name = (UnsafeRawPointer(item) + nameOffset).assumingMemoryBound(to: CChar.self)
      let count = strlen(name)
      if name[0] == 0x2E, count == 1 || (count == 2 && name[1] == 0x2E) { continue }
      guard let kind = Self.kind(item.pointee.d_type) ?? examine(name) else { continue }
      // 4 GiB of names in one directory: no file system holds as many.
      guard let start = UInt32(exactly: bytes.count) else { return true }
      entries.append(
        Entry(
          inode: UInt64(item.pointee.d_ino), start: start, count: UInt16(count), kind: kind))
      bytes.append(contentsOf: UnsafeRawBufferPointer(start: name, count: count + 1))
    }
  }

  private static func kind(_ type: UInt8) -> Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .directory
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  /// Asks for the kind if the file system does not give it with the name; nil if the file has gone
  /// meanwhile.
  private func examine(_ name: UnsafePointer<CChar>) -> Kind? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// Sorts the names as the paths below would sort: a directory's name counts with the slash that
  /// follows it.
  private func sort() {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return }
      entries.sort { first, second in
        let shorter = Int(min(first.count, second.count))
        let order = memcmp(base + Int(first.start), base + Int(second.start), shorter)
        if order != 0 { return order < 0 }
        let left = Int(first.count) > shorter ? all[Int(first.start) + shorter] : first.end
        let right = Int(second.count) > shorter ? all[Int(second.start) + shorter] : second.end
        return left < right
      }
    }
  }
}

extension DirectoryListing.Entry {
  /// The byte that follows the name in a path.
  fileprivate var end: UInt8 { kind == .directory ? 0x2F : 0 }
}
