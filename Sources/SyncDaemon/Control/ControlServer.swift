import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Answers `status` and `resync` over a Unix socket that only its owner and root may use.
///
/// One request a connection, one JSON object a line (`ControlRequest`, `ControlResponse`). Each
/// connection may send one line of at most `requestLimit` bytes within `Patience.request`; more
/// than `connectionLimit` at once are told to come back later.
public final class ControlServer: Sendable {
  /// Works on a request and answers with any number of progress lines and one result or failure.
  public typealias Work = @Sendable (ControlRequest) async -> AsyncStream<ControlResponse>

  /// The most bytes of a request. 1 MiB holds some ten thousand paths.
  static let requestLimit = 1 << 20
  /// The most connections at once: enough for a person, a monitor and a few scripts.
  static let connectionLimit = 32

  /// The longest waits for a client; nil waits for ever.
  struct Patience {
    /// The wait for a whole request; a client of ours sends it at once.
    var request: Duration? = .seconds(5)
    /// The wait until a client takes a line of its answer.
    var answer: Duration? = .seconds(10)
  }

  private struct State {
    var connections = 0
    var isStopped = false
  }

  private let path: ControlSocketPath
  private let listening: Descriptor
  private let wake: (reading: Descriptor, writing: Descriptor)
  private let patience: Patience
  private let work: Work
  private let state = Mutex(State())
  /// The identity of the socket's file. Only this file is removed at the end, not a successor's.
  private let identity: FileIdentity?

  /// Begins to listen.
  ///
  /// The caller holds the site's `SiteLock`, so a socket that nobody listens on is left over from
  /// an earlier process and is replaced.
  ///
  /// - Throws: `ControlError` if another process listens there, if the path is no socket, or if the
  ///   system refuses.
  public convenience init(path: ControlSocketPath, work: @escaping Work) throws(ControlError) {
    try self.init(path: path, patience: Patience(), work: work)
  }

  init(path: ControlSocketPath, patience: Patience, work: @escaping Work) throws(ControlError) {
    self.path = path
    self.patience = patience
    self.work = work
    try path.prepareDirectory()
    try Self.checkPlace(path.bound)
    do throws(FileError) {
      wake = try Descriptor.pipe()
      listening = try Self.listen(path)
    } catch {
      throw .failed(error)
    }
    identity = FileIdentity(path: path.bound)
    OwnThread.start { [self] in acceptAll() }
  }

  /// Stops listening and removes the socket; requests that have begun are still answered.
  public func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      return !state.isStopped
    }
    guard isFirst else { return }
    wake.writing.writeByte()
    if let identity, FileIdentity(path: path.bound) == identity {
      if path.isShortened { unlink(path.nominal) }
      unlink(path.bound)
    }
  }

  private static func checkPlace(_ path: String) throws(ControlError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket(path: path) }
    let other: Descriptor?
    do throws(FileError) { other = try UnixSocket.connect(to: path) } catch { throw .failed(error) }
    if other != nil { throw .alreadyServed(path: path) }
  }

  private static func listen(_ path: ControlSocketPath) throws(FileError) -> Descriptor {
    let descriptor = try UnixSocket.make()
    // The mode is set before the socket has a name: on Linux the name gets the mode of the socket.
    // Elsewhere the chmod below sets it, and a client that connects in between is refused by the
    // check of the peer.
    fchmod(descriptor.raw, 0o600)
    let temporary = path.bound + ".\(getpid())"
    unlink(temporary)
    let result = UnixSocket.withAddress(temporary) { bind(descriptor.raw, $0, $1) }
    guard result == 0 else {
      throw FileError(
        operation: "make the control socket", path: path.bound,
        code: result == nil ? ENAMETOOLONG : errno)
    }
    chmod(temporary, 0o600)
    // It listens before it has its name, so that whoever finds the socket can connect.
    guard systemListen(descriptor.raw, Int32(connectionLimit)) == 0,
      rename(temporary, path.bound) == 0
    else {
      let code = errno
      unlink(temporary)
      throw FileError(operation: "make the control socket", path: path.bound, code: code)
    }
    if path.isShortened {
      unlink(path.nominal)
      guard symlink(path.bound, path.nominal) == 0 else {
        throw FileError(operation: "link the control socket", path: path.nominal, code: errno)
      }
    }
    return descriptor
  }
}

extension ControlServer {
  private func acceptAll() {
    while !state.withLock({ $0.isStopped }) {
      var polled = [
        pollfd(fd: listening.raw, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.reading.raw, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&polled, nfds_t(polled.count), -1)
      if polled[1].revents != 0 { return }
      let raw = accept(listening.raw, nil, nil)
      guard raw >= 0 else {
        // Out of descriptors: the connection waits in the kernel. Without a wait here the loop
        // would spin.
        if errno == EMFILE || errno == ENFILE || errno == ENOMEM { usleep(100_000) }
        continue
      }
      Descriptor.prepare(raw, isNonBlocking: true)
      admit(Descriptor(owning: raw))
    }
  }

  private func admit(_ connection: Descriptor) {
    let isAdmitted = state.withLock { state in
      guard state.connections < Self.connectionLimit else { return false }
      state.connections += 1
      return true
    }
    guard isAdmitted else {
      // 75 is EX_TEMPFAIL of sysexits.h.
      refuse(connection, 75, "the service is busy with other requests. Try again in a moment.")
      return
    }
    OwnThread.start { [self] in
      guard let request = readRequest(connection) else {
        leave()
        return
      }
      Task {
        await answer(request, on: connection)
        leave()
      }
    }
  }

  private func leave() {
    state.withLock { $0.connections -= 1 }
  }

  private func refuse(_ connection: Descriptor, _ exitStatus: Int32, _ message: String) {
    let failure = ControlFailure(exitStatus: exitStatus, message: "request refused: \(message)")
    // Silence is right: a refusal that cannot be encoded has no reader.
    guard let line = try? ControlLine.encode(.failure(failure)) else { return }
    _ = UnixSocket.write(line, to: connection, until: .now.advanced(by: .seconds(1)))
  }

  private func readRequest(_ connection: Descriptor) -> ControlRequest? {
    // Without the peer's user there is no way to know who asks, so there is no answer.
    guard let user = try? UnixSocket.peerUser(connection) else { return nil }
    guard user == geteuid() || user == 0 else {
      refuse(connection, 77, "this socket is for user \(geteuid()) and root.")
      return nil
    }
    var reader = LineReader(connection, limit: Self.requestLimit)
    switch reader.next(until: patience.request.map { .now.advanced(by: $0) }) {
    case .closed: return nil
    case .timedOut:
      refuse(connection, 64, "no whole line within \(patience.request ?? .zero).")
      return nil
    case .tooLong:
      refuse(connection, 64, "a request has at most \(Self.requestLimit) bytes.")
      return nil
    case .line(let line):
      // Silence is right: the answer says that the line is no request, and details would help
      // nobody.
      guard let request = try? JSONDecoder().decode(ControlRequest.self, from: Data(line)) else {
        refuse(connection, 64, #"expected a line like {"version":1,"command":"status"}."#)
        return nil
      }
      guard request.version == ControlRequest.currentVersion else {
        refuse(
          connection, 64,
          "version \(request.version) of the protocol; this service speaks "
            + "\(ControlRequest.currentVersion)."
        )
        return nil
      }
      return request
    }
  }

  private func answer(_ request: ControlRequest, on connection: Descriptor) async {
    for await response in await work(request) {
      // A client that does not read must not hold a thread of the concurrency pool.
      let isSent = await OwnThread.value { [patience] in
        guard let line = try? ControlLine.encode(response) else { return false }
        return UnixSocket.write(
          line, to: connection, until: patience.answer.map { .now.advanced(by: $0) })
      }
      guard isSent else { return }
    }
  }
}

private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 {
  listen(descriptor, backlog)
}
