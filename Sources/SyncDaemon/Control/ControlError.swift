/// A reason why the service could not be asked, or could not begin to listen.
public enum ControlError: Error, Hashable, Sendable {
  /// No service runs: there is no socket, or nobody listens on it.
  case notRunning(path: String)
  /// Another service listens on the socket.
  case alreadyServed(path: String)
  /// Something other than a socket is in its place.
  case notASocket(path: String)
  /// The process at the other end belongs to another user.
  case foreignPeer(path: String, user: UInt32)
  /// The other end speaks another version of the protocol.
  case otherVersion(Int)
  /// The other end closed the connection, or sent something that cannot be read.
  case unreadableAnswer
  /// The other end took too long.
  case timedOut
  /// The path is too long for a socket, and a short one could not be made.
  case noShortPath(String, reason: String)
  /// The system refused a call.
  case failed(FileError)
}

extension ControlError: CustomStringConvertible {
  /// The message: what failed, where, why, and what to do.
  public var description: String {
    switch self {
    case .notRunning(let path):
      "asking the service failed: \(path): nobody listens. Start it with `newsfold run`."
    case .alreadyServed(let path):
      "listening for commands failed: \(path): another newsfold answers there. Stop that one."
    case .notASocket(let path):
      "listening for commands failed: \(path): this is no socket. Move it away."
    case .foreignPeer(let path, let user):
      "asking the service failed: \(path): the other end is run by user \(user). Run this as that user or as root."
    case .otherVersion(let version):
      "asking the service failed: it speaks version \(version), this is version "
        + "\(ControlRequest.currentVersion). Restart the service after an upgrade."
    case .unreadableAnswer:
      "asking the service failed: the answer broke off or cannot be read. See the log of the service."
    case .timedOut:
      "asking the service failed: no answer in time. See the log of the service."
    case .noShortPath(let path, let reason):
      "listening for commands failed: \(path) is longer than a socket's path may be, and \(reason). "
        + "Move the site to a shorter path, or set XDG_RUNTIME_DIR."
    case .failed(let error): error.description
    }
  }
}
