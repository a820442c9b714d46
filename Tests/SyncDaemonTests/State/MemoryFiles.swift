import SyncDaemon
import Synchronization

/// A file system in memory that loses what was not synced when the power goes, and fails on
/// request.
///
/// `sync` of a file makes its bytes durable; `sync` of a directory makes the names in it durable,
/// as POSIX has it.
final class MemoryFiles: DurableFiles {
  /// The ways in which a call fails.
  enum Failure: CaseIterable {
    /// It does nothing and throws.
    case refuses
    /// A write or an append stores the first half of its bytes and throws.
    case cutsShort
    /// The power goes just after it, as if the process were killed there.
    case losesPower
  }

  private struct Disk {
    var files: [String: [UInt8]] = [:]
    var directories: Set<String> = ["/"]
    var durable: [String: [UInt8]] = [:]
    var syncedBytes: [String: [UInt8]] = [:]
    var modified: [String: Int64] = [:]
    var calls = 0
    var failAt: Int?
    var failure = Failure.refuses
    var isOff = false
  }

  private let disk = Mutex(Disk())

  /// The number of writing calls so far.
  var callCount: Int { disk.withLock { $0.calls } }

  /// Lets the writing call of this number fail, counted from 1.
  func fail(at call: Int, _ failure: Failure) {
    disk.withLock {
      $0.calls = 0
      $0.failAt = call
      $0.failure = failure
    }
  }

  /// The disk as it comes back after a power cut: only what was synced is there.
  func afterPowerCut() -> MemoryFiles {
    let (durable, directories) = disk.withLock { ($0.durable, $0.directories) }
    let files = MemoryFiles()
    files.disk.withLock {
      $0.files = durable
      $0.durable = durable
      $0.syncedBytes = durable
      $0.directories = directories
    }
    return files
  }

  /// The disk as it is after the process was killed: everything written is there.
  func afterKill() -> MemoryFiles {
    let disk = disk.withLock { $0 }
    let files = MemoryFiles()
    files.disk.withLock {
      $0.files = disk.files
      $0.durable = disk.files
      $0.syncedBytes = disk.files
      $0.directories = disk.directories
      $0.modified = disk.modified
    }
    return files
  }

  /// Puts a file there, durably.
  func put(_ text: String, at path: String) {
    disk.withLock {
      $0.files[path] = Array(text.utf8)
      $0.durable[path] = Array(text.utf8)
    }
  }

  /// A file's text, or nil.
  func text(_ path: String) -> String? {
    disk.withLock { $0.files[path].map { String(decoding: $0, as: UTF8.self) } }
  }

  private func writing(
    _ operation: String, _ path: String, half: ((inout Disk) -> Void)? = nil,
    _ body: (inout Disk) -> Void
  ) throws(FileError) {
    let failed = disk.withLock { disk in
      if disk.isOff { return true }
      disk.calls += 1
      guard disk.calls == disk.failAt else {
        body(&disk)
        return false
      }
      switch disk.failure {
      case .refuses: break
      case .cutsShort: half?(&disk)
      case .losesPower:
        body(&disk)
        disk.isOff = true
      }
      return true
    }
    // 28 is ENOSPC on Linux and macOS.
    if failed { throw FileError(operation: operation, path: path, code: 28) }
  }

  func read(_ path: String) throws(FileError) -> [UInt8]? {
    disk.withLock { $0.files[path] }
  }

  func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try writing(
      "append", path,
      half: { $0.files[path, default: []] += bytes.prefix(bytes.count / 2) },
      { $0.files[path, default: []] += bytes })
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try writing(
      "write", path, half: { $0.files[path] = Array(bytes.prefix(bytes.count / 2)) },
      { $0.files[path] = bytes })
  }

  func sync(_ path: String) throws(FileError) {
    try writing("sync", path) { disk in
      if let bytes = disk.files[path] {
        disk.syncedBytes[path] = bytes
        if disk.durable[path] != nil { disk.durable[path] = bytes }
      } else {
        let children = Set(disk.files.keys).union(disk.durable.keys)
          .filter { $0.hasPrefix(path + "/") && !$0.dropFirst(path.count + 1).contains("/") }
        for child in children {
          // A name without synced bytes behind it may come back empty.
          disk.durable[child] = disk.files[child].map { _ in disk.syncedBytes[child] ?? [] }
        }
      }
    }
  }

  func syncAll(in directory: String) throws(FileError) {
    try writing("sync", directory) { disk in
      disk.durable = disk.files
      disk.syncedBytes = disk.files
    }
  }

  func rename(_ path: String, to target: String) throws(FileError) {
    // 2 is ENOENT.
    if try read(path) == nil { throw FileError(operation: "rename", path: path, code: 2) }
    try writing("rename", target) { disk in
      disk.files[target] = disk.files.removeValue(forKey: path)
      disk.syncedBytes[target] = disk.syncedBytes.removeValue(forKey: path)
      disk.modified[target] = disk.modified.removeValue(forKey: path)
    }
  }

  func truncate(_ path: String, to byteCount: Int) throws(FileError) {
    try writing("truncate", path) {
      $0.files[path] = Array(($0.files[path] ?? []).prefix(byteCount))
    }
  }

  func remove(_ path: String) throws(FileError) {
    try writing("remove", path) { $0.files[path] = nil }
  }

  func makeDirectory(_ path: String) throws(FileError) {
    try writing("make a directory", path) { _ = $0.directories.insert(path) }
  }

  func list(_ path: String) throws(FileError) -> [String] {
    disk.withLock { disk in
      let names = disk.files.keys.filter { $0.hasPrefix(path + "/") }
        .map { String($0.dropFirst(path.count + 1).prefix { $0 != "/" }) }
      return Set(names).sorted()
    }
  }

  func setModified(_ path: String, milliseconds: Int64) throws(FileError) {
    disk.withLock { $0.modified[path] = milliseconds }
  }

  func status(_ path: String) throws(FileError) -> FileStatus? {
    disk.withLock { disk in
      disk.files[path].map {
        FileStatus(byteCount: $0.count, modified: disk.modified[path] ?? 0)
      }
    }
  }
}
