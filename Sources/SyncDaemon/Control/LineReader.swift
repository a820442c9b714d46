#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads lines from a socket, none longer than a limit.
struct LineReader {
  /// A line, or the reason why there is none.
  enum Line: Equatable {
    /// A line without its line feed.
    case line([UInt8])
    /// The other end closed before a line was whole.
    case closed
    /// No whole line came in time.
    case timedOut
    /// The line is longer than the limit.
    case tooLong
  }

  private let descriptor: Descriptor
  private let limit: Int
  private var buffer: [UInt8] = []

  init(_ descriptor: Descriptor, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line.
  ///
  /// - Parameter deadline: The end of the wait for the whole line: a client that sends a byte now
  ///   and then must not hold its place for ever.
  /// - Returns: The line, or why there is none.
  mutating func next(until deadline: ContinuousClock.Instant?) -> Line {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return .line(line)
      }
      searched = buffer.count
      if searched > limit { return .tooLong }
      guard UnixSocket.wait(descriptor, for: POLLIN, until: deadline) else { return .timedOut }
      var block = [UInt8](repeating: 0, count: 4096)
      let count = read(descriptor.raw, &block, block.count)
      if count > 0 {
        buffer.append(contentsOf: block[..<count])
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        return .closed
      }
    }
  }
}
