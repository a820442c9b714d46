import ArgumentParser
import SyncDaemon

/// The options that every command about a site takes.
struct SiteOptions: ParsableArguments {
  @Option(help: "The site's directory.", completion: .directory)
  var site: String?

  /// Finds the site.
  func locate() throws -> Site { try OpenedSite.locate(site) }

  /// Finds the site and reads its settings and pins.
  func open() throws -> OpenedSite { try OpenedSite.asWritten(locate()) }

  /// Finds the site, and the settings and pins that are in force.
  func inForce(complains: Bool = true) async throws -> OpenedSite {
    try await OpenedSite.inForce(locate(), complains: complains)
  }
}
