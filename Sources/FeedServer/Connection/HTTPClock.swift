import Synchronization

/// The time in the form of `Date` fields, computed once a second.
final class HTTPClock: Sendable {
  private let seconds: @Sendable () -> Int64
  private let latest = Mutex<(second: Int64, text: String)>((.min, ""))

  /// Makes a clock from a source of seconds since 1970.
  init(_ seconds: @escaping @Sendable () -> Int64) {
    self.seconds = seconds
  }

  /// Now, as IMF-fixdate.
  var date: String {
    let now = seconds()
    return latest.withLock { latest in
      if latest.second != now { latest = (now, HTTPDate.imfFixdate(now)) }
      return latest.text
    }
  }
}
