import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks the running service of a site over its control socket.
public struct ControlClient: Sendable {
  /// The most bytes of an answer. 64 MiB hold the status of a service with very many articles set
  /// aside.
  static let answerLimit = 64 << 20

  private let path: ControlSocketPath

  /// Makes a client; the socket is opened by `send`.
  public init(path: ControlSocketPath) {
    self.path = path
  }

  /// Sends a request and waits for its result.
  ///
  /// - Parameters:
  ///   - request: The question.
  ///   - patience: The longest time between two lines of the answer; nil waits as long as the
  ///     service lives.
  ///   - progress: Called for each report, in order.
  /// - Returns: A result or a failure.
  /// - Throws: `ControlError`; `.notRunning` if nobody listens.
  public func send(
    _ request: ControlRequest, patience: Duration? = nil,
    progress: @escaping @Sendable (ControlProgress) -> Void = { _ in }
  ) async throws(ControlError) -> ControlResponse {
    let result = await OwnThread.value {
      Result { () throws(ControlError) in try exchange(request, patience, progress) }
    }
    return try result.get()
  }

  private func exchange(
    _ request: ControlRequest, _ patience: Duration?, _ progress: (ControlProgress) -> Void
  ) throws(ControlError) -> ControlResponse {
    let connection = try connect()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    guard let line = try? encoder.encode(request) else { throw .unreadableAnswer }
    guard
      UnixSocket.write(
        Array(line) + [0x0A], to: connection, until: .now.advanced(by: .seconds(5)))
    else { throw .timedOut }
    var reader = LineReader(connection, limit: Self.answerLimit)
    while true {
      switch reader.next(until: patience.map { .now.advanced(by: $0) }) {
      case .timedOut: throw .timedOut
      case .closed, .tooLong: throw .unreadableAnswer
      case .line(let line):
        switch try ControlLine.decode(line) {
        case .progress(let report): progress(report)
        case .result(let json): return .result(json: json)
        case .failure(let failure): return .failure(failure)
        }
      }
    }
  }

  private func connect() throws(ControlError) -> Descriptor {
    let target = path.target
    let answer: (connection: Descriptor, user: UInt32)?
    do throws(FileError) {
      if let connection = try UnixSocket.connect(to: target) {
        answer = (connection, try UnixSocket.peerUser(connection))
      } else {
        answer = nil
      }
    } catch {
      throw .failed(error)
    }
    guard let (connection, user) = answer else { throw .notRunning(path: path.nominal) }
    // Another user may have put a socket there: paths must not be sent to it, nor its answers
    // believed.
    var status = stat()
    let owner = stat(path.nominal.parentDirectory, &status) == 0 ? status.st_uid : geteuid()
    guard user == owner || user == geteuid() || user == 0 else {
      throw .foreignPeer(path: target, user: user)
    }
    return connection
  }
}
