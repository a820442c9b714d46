#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file descriptor that is closed when nobody holds it any more.
public final class Descriptor: Sendable {
  /// The number that system calls take; valid while this object lives.
  public let raw: Int32

  /// Takes ownership of an open descriptor.
  public init(owning raw: Int32) {
    self.raw = raw
  }

  deinit {
    close(raw)
  }

  /// Sets the descriptor to close in programs that are started, and not to block if wanted.
  static func prepare(_ raw: Int32, isNonBlocking: Bool = false) {
    _ = fcntl(raw, F_SETFD, fcntl(raw, F_GETFD) | FD_CLOEXEC)
    if isNonBlocking { _ = fcntl(raw, F_SETFL, fcntl(raw, F_GETFL) | O_NONBLOCK) }
  }

  /// The two ends of a pipe, neither of which blocks.
  static func pipe() throws(FileError) -> (reading: Descriptor, writing: Descriptor) {
    var ends: [Int32] = [-1, -1]
    let result = ends.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -1 }
      return systemPipe(base)
    }
    guard result == 0 else { throw FileError(operation: "make a pipe", path: "", code: errno) }
    for end in ends { prepare(end, isNonBlocking: true) }
    return (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
  }
}

private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 {
  pipe(ends)
}

extension Descriptor {
  /// Writes one byte into a pipe to wake the thread that polls the other end; a full pipe wakes it
  /// as well.
  func writeByte() {
    var byte: UInt8 = 0
    _ = write(raw, &byte, 1)
  }
}
