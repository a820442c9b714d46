#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of the operating system.
public struct POSIXFiles: DurableFiles {
  /// Makes an instance; it has no state, so all are the same.
  public init() {}

  /// Reads a whole file; nil if there is none.
  public func read(_ path: String) throws(FileError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(operation: "open", path: path, code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(operation: "stat", path: path, code: errno)
    }
    // One byte more than the file should have: a read that returns nothing then shows its end. The
    // rest of a file that grows meanwhile, and files of /proc, which have no size, are read in
    // blocks of 64 KiB.
    var filled = 0
    var isAtEnd = false
    // Not filled with zeros before, which costs as much as to read them.
    var bytes = [UInt8](unsafeUninitializedCapacity: max(Int(status.st_size), 0) + 1) {
      buffer, count in
      while filled < buffer.count, let base = buffer.baseAddress {
        let read = retryingInterrupts {
          systemRead(descriptor, base + filled, buffer.count - filled)
        }
        isAtEnd = read == 0
        // An error is met again below.
        if read <= 0 { break }
        filled += read
      }
      count = filled
    }
    if isAtEnd { return bytes }
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: 1 << 16) }
      let count = bytes.withUnsafeMutableBytes { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return retryingInterrupts { systemRead(descriptor, base + filled, buffer.count - filled) }
      }
      guard count >= 0 else { throw FileError(operation: "read", path: path, code: errno) }
      if count == 0 {
        bytes.removeLast(bytes.count - filled)
        return bytes
      }
      filled += count
    }
  }

  /// Adds bytes to the end of a file; makes it if there is none.
  public func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try put(bytes, path, flags: O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
  }

  /// Makes a file of the bytes, or replaces what is in it.
  public func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try put(bytes, path, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
  }

  private func put(_ bytes: [UInt8], _ path: String, flags: Int32) throws(FileError) {
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else { throw FileError(operation: "open", path: path, code: errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return retryingInterrupts {
          systemWrite(descriptor, base + written, buffer.count - written)
        }
      }
      guard count >= 0 else { throw FileError(operation: "write", path: path, code: errno) }
      written += count
    }
  }

  /// Waits until a file or directory is on the disk.
  public func sync(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(operation: "open", path: path, code: errno) }
    defer { close(descriptor) }
    guard retryingInterrupts({ Int(fsync(descriptor)) }) == 0 else {
      throw FileError(operation: "sync", path: path, code: errno)
    }
  }

  /// Waits until everything written to the file system of a directory is on the disk.
  public func syncAll(in directory: String) throws(FileError) {
    #if canImport(Glibc)
      guard let syncFileSystem else { return systemSync() }
      let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw FileError(operation: "open", path: directory, code: errno)
      }
      defer { close(descriptor) }
      guard retryingInterrupts({ Int(syncFileSystem(descriptor)) }) == 0 else {
        throw FileError(operation: "sync", path: directory, code: errno)
      }
    #else
      systemSync()
    #endif
  }

  /// Puts a file in the place of another, atomically.
  public func rename(_ path: String, to target: String) throws(FileError) {
    guard renamed(path, target) == 0 else {
      throw FileError(operation: "rename", path: target, code: errno)
    }
  }

  /// Cuts a file to a length in bytes.
  public func truncate(_ path: String, to byteCount: Int) throws(FileError) {
    guard truncated(path, off_t(byteCount)) == 0 else {
      throw FileError(operation: "truncate", path: path, code: errno)
    }
  }

  /// Removes a file or a directory with all that is in it, if it is there.
  public func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw FileError(operation: "remove", path: path, code: errno)
    }
  }

  /// Makes a directory and those above it.
  public func makeDirectory(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 { return }
    let code = errno
    if code == EEXIST { return }
    if code == ENOENT, path != "/", path != "." {
      try makeDirectory(path.parentDirectory)
      if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    }
    throw FileError(operation: "make a directory", path: path, code: code)
  }

  /// The names in a directory, sorted.
  public func list(_ path: String) throws(FileError) -> [String] {
    guard let directory = opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileError(operation: "list", path: path, code: errno)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let item = readdir(directory) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Sets the modification time, in milliseconds since 1970.
  public func setModified(_ path: String, milliseconds: Int64) throws(FileError) {
    let seconds = Int(milliseconds / 1000)
    let time = timespec(tv_sec: seconds, tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    let result = [time, time].withUnsafeBufferPointer { times in
      utimensat(AT_FDCWD, path, times.baseAddress, 0)
    }
    guard result == 0 else {
      throw FileError(operation: "set the time", path: path, code: errno)
    }
  }

  /// The length and the modification time.
  public func status(_ path: String) throws(FileError) -> FileStatus? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileError(operation: "stat", path: path, code: errno)
    }
    #if canImport(Glibc)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    return FileStatus(
      byteCount: Int(status.st_size),
      modified: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// Repeats a system call that a signal interrupted.
private func retryingInterrupts(_ call: () -> Int) -> Int {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

#if canImport(Glibc)
  private typealias SyncFileSystem = @Sendable @convention(c) (Int32) -> Int32

  /// `syncfs(2)`, which needs `_GNU_SOURCE` and so is not in Swift's Glibc module. It waits for one
  /// file system, where `sync(2)` waits for all.
  private let syncFileSystem: SyncFileSystem? = dlsym(nil, "syncfs").map {
    unsafeBitCast($0, to: SyncFileSystem.self)
  }
#endif

// The methods above hide the C functions of the same names.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}
private func systemSync() { sync() }
private func renamed(_ path: String, _ target: String) -> Int32 { rename(path, target) }
private func truncated(_ path: String, _ byteCount: off_t) -> Int32 { truncate(path, byteCount) }
