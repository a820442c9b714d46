import FoundationEssentials
import SyncDaemon

/// A site with its settings and pins.
struct OpenedSite: Sendable {
  let site: Site
  let configuration: SiteConfiguration

  var settings: Settings { configuration.settings }
  var pins: Pins { configuration.pins }

  /// Finds the directory of a site.
  ///
  /// - Parameter named: The directory; nil looks for `newsfold.yaml` in the working directory, and
  ///   takes `feeds` if it is not there.
  /// - Throws: `Failure` if there is no such directory.
  /// - Returns: The site.
  static func locate(_ named: String?) throws -> Site {
    let working = FileManager.default.currentDirectoryPath
    let root: String
    if let named {
      root = Site.absolutePath(named, from: working)
    } else if try POSIXFiles().read(Site.absolutePath("newsfold.yaml", from: working)) != nil {
      root = working
    } else {
      root = Site.absolutePath("feeds", from: working)
    }
    guard FileManager.default.fileExists(atPath: root) else {
      throw Failure(
        .readingOrWriting,
        "site is not there: \(root): no such directory. "
          + "Name it with --site, or make one with `newsfold init \(named ?? "DIR")`.")
    }
    return Site(root: root)
  }

  /// Opens a site with the settings and pins of its files.
  ///
  /// - Throws: `SettingsError` if a file is wrong.
  static func asWritten(_ site: Site) throws -> OpenedSite {
    OpenedSite(
      site: site,
      configuration: try SiteConfiguration.read(
        site, environment: ProcessInfo.processInfo.environment, files: POSIXFiles()))
  }

  /// Opens a site with the settings and pins of its running service; if none runs, with those of
  /// its files.
  ///
  /// A mistake in the files does not stop a command while a service runs: it is printed beside the
  /// answer.
  static func inForce(_ site: Site, complains: Bool = true) async throws -> OpenedSite {
    guard let texts = await RunningService(site).configuration() else {
      return try asWritten(site)
    }
    if complains {
      for fault in faults(of: site) {
        Output.complain("\(fault) The running service keeps what it has.")
      }
    }
    return OpenedSite(site: site, configuration: try SiteConfiguration(texts, of: site))
  }

  /// Opens a site with default settings and no pins, for answers that are possible although its
  /// files are wrong.
  static func withDefaults(_ site: Site) throws -> OpenedSite {
    OpenedSite(
      site: site,
      configuration: try SiteConfiguration(
        ConfigurationTexts(settings: "", pins: "", environment: [:]), of: site))
  }

  /// The faults in a site's files as they are on disk now.
  static func faults(of site: Site) -> [SettingsError] {
    SiteConfiguration.faults(
      of: site, environment: ProcessInfo.processInfo.environment, files: POSIXFiles())
  }
}
