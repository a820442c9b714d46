#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Listening sockets that systemd has opened for this process, sd_listen_fds(3).
public struct ListenSockets: Sendable {
  /// A listening socket.
  public struct ListenSocket: Hashable, Sendable {
    /// Its descriptor, owned by the server that uses it.
    public let descriptor: Int32
    /// The `FileDescriptorName=` of the unit; "unknown" if it has none.
    public let name: String
  }

  /// The first descriptor that systemd passes, SD_LISTEN_FDS_START.
  static let first: Int32 = 3

  /// The sockets, in the order of the unit.
  public let sockets: [ListenSocket]

  /// Takes the sockets that the environment names; none if they are for another process.
  ///
  /// - Parameters:
  ///   - environment: Read for `LISTEN_PID`, `LISTEN_FDS` and `LISTEN_FDNAMES`.
  ///   - process: This process.
  /// - Throws: `ListenSocketsError` if the environment names descriptors that are no listening
  ///   stream sockets.
  public init(
    environment: [String: String], process: Int32
  ) throws(ListenSocketsError) {
    try self.init(environment: environment, process: process, first: Self.first)
  }

  init(
    environment: [String: String], process: Int32, first: Int32
  ) throws(ListenSocketsError) {
    guard let wanted = environment["LISTEN_PID"], Int32(wanted) == process,
      let text = environment["LISTEN_FDS"]
    else {
      sockets = []
      return
    }
    // A service manager passes a handful; a thousand is the usual limit of open files.
    guard let count = Int32(text), (0...1024).contains(count) else {
      throw .unreadable(variable: "LISTEN_FDS", value: text)
    }
    let names =
      environment["LISTEN_FDNAMES"]?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    var found: [ListenSocket] = []
    for index in 0..<count {
      let descriptor = first + index
      try Self.check(descriptor)
      Descriptor.prepare(descriptor)
      let name = Int(index) < names.count ? String(names[Int(index)]) : "unknown"
      found.append(ListenSocket(descriptor: descriptor, name: name))
    }
    sockets = found
  }

  private static func check(_ descriptor: Int32) throws(ListenSocketsError) {
    var isListening: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &isListening, &size) == 0,
      isListening != 0
    else { throw .notListening(descriptor) }
  }
}

/// A reason why the sockets of systemd cannot be used.
public enum ListenSocketsError: Error, Hashable, Sendable {
  /// A variable of the environment is not as sd_listen_fds(3) has it.
  case unreadable(variable: String, value: String)
  /// A descriptor is not a listening stream socket.
  case notListening(Int32)
}

extension ListenSocketsError: CustomStringConvertible {
  /// The message: what failed, where, why, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let variable, let value):
      "taking the sockets of systemd failed: \(variable): \(value.prefix(40)) is no count. Check the socket unit."
    case .notListening(let descriptor):
      "taking the sockets of systemd failed: descriptor \(descriptor): it is no listening stream socket. "
        + "Use ListenStream= and Accept=no in the socket unit."
    }
  }
}
