import FoundationEssentials
import SyncDaemon

extension SiteView {
  /// Looks at what a site remembers, without a lock, also while a service writes.
  static func open(_ opened: OpenedSite) throws -> SiteView {
    var store = JSONStateStore(directory: opened.site.stateDirectory)
    return SiteView(
      site: opened.site, settings: opened.settings, pins: opened.pins, state: try store.load())
  }
}

extension SiteLock {
  /// Takes the lock of a site, making its state directory if needed.
  convenience init(_ site: Site) throws {
    try POSIXFiles().makeDirectory(site.stateDirectory)
    try self.init(
      path: site.stateDirectory + "/lock",
      since: Date().formatted(Date.ISO8601FormatStyle()))
  }
}
