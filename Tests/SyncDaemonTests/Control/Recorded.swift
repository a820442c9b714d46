import Synchronization

/// Values that another thread hands to a test.
final class Recorded<Value: Sendable>: Sendable {
  private let all = Mutex<[Value]>([])

  var values: [Value] { all.withLock { $0 } }

  func append(_ value: Value) {
    all.withLock { $0.append(value) }
  }
}
