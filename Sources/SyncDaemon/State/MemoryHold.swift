import Synchronization

/// The right to write to state in memory.
final class MemoryHold: SiteHold {
  /// The holder of a store in memory, whatever value it is asked through.
  final class Place: Sendable {
    let holder = Mutex<LockHolder?>(nil)
  }

  private let place: Place

  init(_ place: Place, _ holder: LockHolder) throws(SiteLockError) {
    let other = place.holder.withLock { held in
      let other = held
      if held == nil { held = holder }
      return other
    }
    if let other { throw .held(path: "memory", other) }
    self.place = place
  }

  deinit { place.holder.withLock { $0 = nil } }
}
