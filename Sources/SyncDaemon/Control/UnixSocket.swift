#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system calls on Unix sockets that the control socket, the journal and systemd need, unix(7).
enum UnixSocket {
  /// The most bytes of a path: `sun_path` less the zero that ends it.
  static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  /// Makes a stream socket that does not block and is not inherited.
  static func make() throws(FileError) -> Descriptor {
    #if canImport(Glibc)
      let raw = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let raw = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    guard raw >= 0 else { throw FileError(operation: "make a socket", path: "", code: errno) }
    Descriptor.prepare(raw, isNonBlocking: true)
    return Descriptor(owning: raw)
  }

  /// Makes a datagram socket that is not inherited.
  static func makeDatagram() throws(FileError) -> Descriptor {
    #if os(Linux)
      let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    #else
      let kind = SOCK_DGRAM
    #endif
    let raw = socket(AF_UNIX, kind, 0)
    guard raw >= 0 else { throw FileError(operation: "make a socket", path: "", code: errno) }
    return Descriptor(owning: raw)
  }

  /// Flags by which a send to a socket that nobody reads raises no signal.
  static var sendFlags: Int32 {
    #if os(Linux)
      Int32(MSG_NOSIGNAL)
    #else
      0
    #endif
  }

  /// Calls `body` with the address of a path; nil if the path is too long.
  static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count <= longestPath else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  /// Connects to a listening socket; a Unix socket connects at once or not at all.
  ///
  /// - Returns: Nil if nobody listens there.
  static func connect(to path: String) throws(FileError) -> Descriptor? {
    let descriptor = try make()
    let result = withAddress(path) { systemConnect(descriptor.raw, $0, $1) }
    if result == 0 { return descriptor }
    let code = result == nil ? ENAMETOOLONG : errno
    if code == ENOENT || code == ECONNREFUSED || code == ENOTDIR { return nil }
    throw FileError(operation: "connect", path: path, code: code)
  }

  /// Asks for the user id of the process at the other end.
  static func peerUser(_ descriptor: Descriptor) throws(FileError) -> UInt32 {
    #if os(Linux)
      // struct ucred of unix(7), which Glibc's module lacks: process, user, group.
      var credentials: [UInt32] = [0, 0, 0]
      var size = socklen_t(MemoryLayout<UInt32>.size * credentials.count)
      guard getsockopt(descriptor.raw, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 else {
        throw FileError(operation: "ask who is there", path: "", code: errno)
      }
      return credentials[1]
    #else
      var (user, group) = (uid_t(), gid_t())
      guard getpeereid(descriptor.raw, &user, &group) == 0 else {
        throw FileError(operation: "ask who is there", path: "", code: errno)
      }
      return user
    #endif
  }

  /// Waits until a descriptor is ready.
  ///
  /// - Parameters:
  ///   - descriptor: The descriptor.
  ///   - events: The events to wait for: `POLLIN`, `POLLOUT`.
  ///   - deadline: The end of the wait; nil waits for ever.
  /// - Returns: Whether it is ready.
  static func wait(
    _ descriptor: Descriptor, for events: Int32, until deadline: ContinuousClock.Instant?
  ) -> Bool {
    while true {
      var polled = pollfd(fd: descriptor.raw, events: Int16(events), revents: 0)
      var limit: Int32 = -1
      if let deadline {
        let left = ContinuousClock.now.duration(to: deadline)
        // At most an hour at a time, because the count of milliseconds must fit. Rounded up, or the
        // end would spin.
        limit = Int32((max(.zero, min(left, .seconds(3600))) / .milliseconds(1)).rounded(.up))
      }
      let count = poll(&polled, 1, limit)
      if count > 0 { return true }
      if count == 0, let deadline, ContinuousClock.now >= deadline { return false }
      if count < 0, errno != EINTR { return false }
    }
  }

  /// Sends all bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - descriptor: The socket.
  ///   - deadline: The end of the wait; nil waits for ever.
  /// - Returns: Whether all were sent before the deadline.
  static func write(
    _ bytes: [UInt8], to descriptor: Descriptor, until deadline: ContinuousClock.Instant?
  ) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return send(descriptor.raw, base + sent, buffer.count - sent, sendFlags)
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        guard wait(descriptor, for: POLLOUT, until: deadline) else { return false }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

private func systemConnect(
  _ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t
) -> Int32 {
  connect(descriptor, address, size)
}
