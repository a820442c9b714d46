#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs work that blocks on a thread of its own.
///
/// Neither the concurrency pool nor Dispatch will do: on Linux they share as many threads as there
/// are processors. On a machine with two processors, two blocked threads would stop everything
/// else.
enum OwnThread {
  fileprivate final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Begins the work and returns.
  ///
  /// If the system gives no further thread, the work is done before this returns.
  static func start(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Glibc)
      var thread = pthread_t()
      let result = pthread_create(&thread, &attributes, runWork, work.toOpaque())
    #else
      var thread: pthread_t?
      let result = pthread_create(&thread, &attributes, runWork, work.toOpaque())
    #endif
    if result != 0 { work.takeRetainedValue().body() }
  }

  /// Runs the work and returns its result.
  static func value<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      start { continuation.resume(returning: body()) }
    }
  }
}

private func runWork(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<OwnThread.Work>.fromOpaque(context).takeRetainedValue().body() }
  return nil
}
