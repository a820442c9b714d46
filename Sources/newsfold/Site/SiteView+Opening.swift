import FoundationEssentials
import SyncDaemon

extension SiteView {
  /// The number of looks for what a service moves between the state and its archive.
  private static let attempts = 5

  /// Looks at what a site remembers, without a lock, also while a service writes.
  ///
  /// - Parameters:
  ///   - opened: The site.
  ///   - extent: How much of the archive is to be read.
  /// - Throws: `StateError` if what is remembered cannot be read.
  /// - Returns: What is remembered.
  static func open(_ opened: OpenedSite, _ extent: ArchiveExtent) throws -> SiteView {
    var attempt = 0
    while true {
      attempt += 1
      var store = JSONStateStore(directory: opened.site.stateDirectory)
      let state = try store.load()
      do throws(StateError) {
        return try SiteView(
          site: opened.site, settings: opened.settings, pins: opened.pins, state: state,
          extent: extent, documents: store.documents)
      } catch {
        // The service may have taken the document back in the meantime; then the state says so now.
        if attempt == Self.attempts { throw error }
      }
    }
  }
}

extension SiteLock {
  /// Takes the lock of a site, making its state directory if needed.
  convenience init(_ site: Site, for task: LockHolder.Task) throws {
    try POSIXFiles().makeDirectory(site.stateDirectory)
    try self.init(
      path: site.lockPath, since: Date().formatted(Date.ISO8601FormatStyle()), for: task)
  }
}
