import NIOCore
import Synchronization

/// A connection's word whether it waits for a request, for whoever has to choose one to close.
///
/// Written by the connection's event loop, read by any thread; a word that is a moment old does no
/// harm, since a server may close an idle connection at any time (RFC 9112 §9.5).
final class ConnectionActivity: Sendable {
  /// Nanoseconds of the system's uptime; 0 while a request is in hand.
  private let idleNanoseconds = Atomic<UInt64>(NIODeadline.now().uptimeNanoseconds)

  /// Since when it has waited for a request; nil while one is in hand.
  var idleSince: UInt64? {
    let since = idleNanoseconds.load(ordering: .relaxed)
    return since == 0 ? nil : since
  }

  /// A request has begun to come.
  func begins() { idleNanoseconds.store(0, ordering: .relaxed) }

  /// The answer is complete.
  func rests() {
    idleNanoseconds.store(max(1, NIODeadline.now().uptimeNanoseconds), ordering: .relaxed)
  }
}
