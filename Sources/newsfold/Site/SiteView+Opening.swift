import FoundationEssentials
import SyncDaemon

extension SiteView {
  /// The most tries. The service may move a document between the state and its archive while both
  /// are read.
  private static let attempts = 5

  /// Reads what a site remembers, without a lock, also while a service writes.
  ///
  /// - Parameters:
  ///   - opened: The site.
  ///   - extent: The part of the archive to read.
  /// - Throws: `StateError` if the state cannot be read.
  /// - Returns: A view of the site.
  static func open(_ opened: OpenedSite, _ extent: ArchiveExtent) throws -> SiteView {
    var attempt = 0
    while true {
      attempt += 1
      var store = opened.site.stateStore()
      let state = try store.load()
      do throws(StateError) {
        return try SiteView(
          site: opened.site, settings: opened.settings, pins: opened.pins, state: state,
          extent: extent, documents: store.documents)
      } catch {
        // The service may have taken the document back meanwhile; another try reads the newer
        // state.
        if attempt == Self.attempts { throw error }
      }
    }
  }
}

extension Site {
  /// Takes the right to write to the site.
  func hold(for task: LockHolder.Task) throws(SiteLockError) -> any SiteHold {
    try stateStore().hold(for: task, since: Date().formatted(Date.ISO8601FormatStyle()))
  }
}
