import NIOCore
import Synchronization

/// Tells whether a connection waits for a request, so that an idle one can be chosen to be closed.
///
/// Written by the connection's event loop, read by any thread; a value that is a moment old does no
/// harm, because a server may close an idle connection at any time (RFC 9112 §9.5).
final class ConnectionActivity: Sendable {
  /// The uptime in nanoseconds since which it is idle; 0 while a request is being answered.
  private let idleNanoseconds = Atomic<UInt64>(NIODeadline.now().uptimeNanoseconds)

  /// The uptime since which it waits for a request; nil while one is being answered.
  var idleSince: UInt64? {
    let since = idleNanoseconds.load(ordering: .relaxed)
    return since == 0 ? nil : since
  }

  /// Notes that a request has begun to arrive.
  func begins() { idleNanoseconds.store(0, ordering: .relaxed) }

  /// Notes that the answer is complete.
  func rests() {
    idleNanoseconds.store(max(1, NIODeadline.now().uptimeNanoseconds), ordering: .relaxed)
  }
}
