#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The right to write to a site, held by one process at a time.
///
/// An exclusive flock(2) on `state/lock`. The kernel releases it when the process ends, however it
/// ends. The file itself stays, and says in four lines who holds the lock, and for what. It is not
/// removed: two processes could then lock two files of the same name.
public final class SiteLock: SiteHold {
  private let descriptor: Descriptor

  /// The number of tries. A process that only asks for the holder has the lock for some
  /// microseconds; so the lock counts as held if it is held three times in a row.
  private static let attempts = 3
  private static let probeMicroseconds: UInt32 = 1_000

  /// Takes the lock, without waiting.
  ///
  /// - Parameters:
  ///   - path: The file, usually `state/lock`; it is made if needed, in a directory that is there.
  ///   - since: The time when this process began, for people to read.
  ///   - task: The task for which the site is held.
  /// - Throws: `SiteLockError.held` if another process has it; `.failed` if it cannot be made or
  ///   locked.
  public init(path: String, since: String, for task: LockHolder.Task) throws(SiteLockError) {
    var attempts = 0
    while true {
      let raw = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard raw >= 0 else { throw .failed(FileError(operation: "open", path: path, code: errno)) }
      let opened = Descriptor(owning: raw)
      guard flock(raw, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        if code == EINTR { continue }
        if code == EWOULDBLOCK {
          attempts += 1
          guard attempts < Self.attempts else {
            throw .held(path: path, LockHolder(Self.text(raw)))
          }
          usleep(Self.probeMicroseconds)
          continue
        }
        throw .failed(FileError(operation: "lock", path: path, code: code))
      }
      // Somebody may have removed the file between the opening and the locking: then this lock
      // excludes nobody.
      guard Self.isSame(raw, path) else { continue }
      descriptor = opened
      break
    }
    let holder = LockHolder(process: getpid(), host: Self.hostName(), since: since, task: task)
    let text = Array(holder.text.utf8)
    // Silence is right: the text is for people, and the lock holds without it, for example on a
    // full disk.
    if ftruncate(descriptor.raw, 0) == 0 { _ = pwrite(descriptor.raw, text, text.count, 0) }
  }

  /// Reads who holds the lock of a site now, without taking it; nil if nobody does.
  public static func holder(path: String) -> LockHolder? {
    let raw = open(path, O_RDONLY | O_CLOEXEC)
    guard raw >= 0 else { return nil }
    let opened = Descriptor(owning: raw)
    guard flock(raw, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else { return nil }
    return LockHolder(text(opened.raw))
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return FileIdentity(status) == FileIdentity(path: path)
  }

  private static func text(_ descriptor: Int32) -> String {
    // The text has four short lines; a longer file is not ours.
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }

  private static func hostName() -> String {
    // HOST_NAME_MAX is 64 on Linux.
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "?" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
