#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An error of the server.
public enum FeedServerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A published file exists and cannot be read.
  case unreadable(path: String, code: Int32)
  /// The address to listen on is not `host:port`.
  case badAddress(String)
  /// The address to listen on is in use, not one of this machine, or not allowed.
  case cannotListen(address: String, reason: String)
  /// A bearer token that is too short to be secret.
  case weakToken(byteCount: Int)

  /// The message: what failed, where, why, and what to do, in one sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let code):
      "cannot read published file: \(path): \(words(code)). Check the disk and its permissions."
    case .badAddress(let text):
      "cannot listen: '\(text)' is no address. Write host:port, for example 127.0.0.1:8080 or [::1]:8080."
    case .cannotListen(let address, let reason):
      "cannot listen: \(address): \(reason). Free it, or set another one with the setting `listen` or with --listen."
    case .weakToken(let byteCount):
      "cannot accept the resync token: it has \(byteCount) bytes. Use at least 16, "
        + "for example from 'openssl rand -hex 32'."
    }
  }

  private func words(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
