import ArgumentParser

/// The options that every command about a site takes.
struct SiteOptions: ParsableArguments {
  @Option(help: "The site's directory.", completion: .directory)
  var site: String?

  /// Finds the site and reads its settings and pins.
  func open() throws -> OpenedSite {
    try OpenedSite.open(site)
  }
}
