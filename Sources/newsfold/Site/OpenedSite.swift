import FoundationEssentials
import SyncDaemon

/// A site with its settings and pins.
struct OpenedSite: Sendable {
  let site: Site
  let settings: Settings
  let pins: Pins

  /// Finds a site and reads what it says.
  ///
  /// - Parameter named: The directory; without one the working directory if it holds `newsfold.yaml`, else `feeds`.
  /// - Throws: What is wrong with the place, its settings or its pins.
  /// - Returns: The site with its settings and pins.
  static func open(_ named: String?) throws -> OpenedSite {
    let files = POSIXFiles()
    let working = FileManager.default.currentDirectoryPath
    let root: String
    if let named {
      root = Site.absolutePath(named, from: working)
    } else if try files.read(Site.absolutePath("newsfold.yaml", from: working)) != nil {
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
    let site = Site(root: root)
    return OpenedSite(
      site: site, settings: try settings(of: site), pins: try pins(of: site))
  }

  /// The same site with its settings and pins as they are now.
  func reloaded() throws -> OpenedSite {
    OpenedSite(
      site: site, settings: try Self.settings(of: site), pins: try Self.pins(of: site))
  }

  private static func settings(of site: Site) throws -> Settings {
    let text = try text(site.settingsPath)
    return try SettingsReader.read(
      yaml: text, path: site.settingsPath, environment: ProcessInfo.processInfo.environment)
  }

  private static func pins(of site: Site) throws -> Pins {
    try PinsReader.read(yaml: try text(site.pinsPath), path: site.pinsPath)
  }

  private static func text(_ path: String) throws -> String {
    do {
      let bytes = try POSIXFiles().read(path) ?? []
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw SettingsError.unreadable(path: path, reason: "it is not UTF-8")
      }
      return text
    } catch let error as FileError {
      throw SettingsError.unreadable(path: path, reason: error.reason)
    }
  }
}
