#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells systemd the state of the service, sd_notify(3).
///
/// Without `NOTIFY_SOCKET`, as on a terminal, it does nothing and succeeds.
public struct Notifier: Sendable {
  /// A message to systemd.
  public enum Message: Hashable, Sendable {
    /// Start-up, or a reload, is finished.
    case ready
    /// A reload has begun; `ready` ends it.
    case reloading
    /// The service is stopping.
    case stopping
    /// One line about its present work.
    case status(String)
    /// The watchdog's keep-alive.
    case watchdog
    /// The service wants this much more time to start, reload or stop.
    case extendTimeout(Duration)
  }

  private let socketPath: String?

  /// Makes a notifier.
  ///
  /// - Parameter environment: Read for `NOTIFY_SOCKET`.
  public init(environment: [String: String]) {
    let path = environment["NOTIFY_SOCKET"]
    // Other addresses (vsock) are for virtual machines that boot with systemd 254 and later.
    socketPath = path.flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
  }

  /// Whether systemd listens.
  public var isActive: Bool { socketPath != nil }

  /// Sends messages in one datagram.
  ///
  /// - Throws: `FileError` if the datagram cannot be sent. The service can go on without it.
  public func send(_ messages: Message...) throws(FileError) {
    guard let socketPath else { return }
    let text = messages.map(Self.text).joined(separator: "\n")
    let descriptor = try UnixSocket.makeDatagram()
    let bytes = Array(text.utf8)
    let result = Self.withAddress(socketPath) { address, size in
      sendto(descriptor.raw, bytes, bytes.count, UnixSocket.sendFlags, address, size)
    }
    guard result == bytes.count else {
      throw FileError(
        operation: "notify systemd", path: socketPath, code: result == nil ? ENAMETOOLONG : errno)
    }
  }

  /// An abstract address begins with a zero byte, written `@`, and ends where its bytes end,
  /// unix(7).
  private static func withAddress<Result>(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result? {
    guard path.hasPrefix("@") else { return UnixSocket.withAddress(path, body) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = [0] + Array(path.utf8.dropFirst())
    guard bytes.count <= UnixSocket.longestPath + 1,
      let start = MemoryLayout<sockaddr_un>.offset(of: \.sun_path)
    else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(start + bytes.count))
      }
    }
  }

  private static func text(_ message: Message) -> String {
    switch message {
    case .ready: return "READY=1"
    case .reloading:
      // `Type=notify-reload` wants the time, so that it knows which reload is meant.
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      return "RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)"
    case .stopping: return "STOPPING=1"
    case .status(let words):
      // One line is one assignment: a line feed would end it.
      return "STATUS=" + words.replacing("\n", with: " ")
    case .watchdog: return "WATCHDOG=1"
    case .extendTimeout(let duration):
      return "EXTEND_TIMEOUT_USEC=\(Int64(duration / .microseconds(1)))"
    }
  }
}
