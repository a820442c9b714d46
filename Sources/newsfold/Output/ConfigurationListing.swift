import SyncDaemon

/// The settings and pins in force and where they come from, as `newsfold config` prints them.
struct ConfigurationListing: Hashable, Codable, Sendable {
  /// The site's directory.
  var site: String
  /// Whether a running service uses these settings and pins.
  var isRunning: Bool
  /// Each setting, in the order of the settings page.
  var settings: [SettingInForce]
  /// The pins.
  var pins: Pins
  /// The faults in the files as they are on disk now.
  var refused: [String]
  /// The files that differ from the settings or pins in force: the service has not read them yet.
  var notTakenUp: [String]

  /// The pins as JSON.
  struct Pins: Hashable, Codable, Sendable {
    var together: [[String]]
    var apart: [[String]]
    var lead: [String]
    var titles: [String: String]

    init(_ pins: SyncDaemon.Pins) {
      together = pins.together
      apart = pins.apart
      lead = pins.lead
      titles = Dictionary(
        pins.titles.map { ($0.article, $0.title) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Lists a configuration.
  init(
    _ configuration: SiteConfiguration, of site: Site, isRunning: Bool, refused: [String]
  ) {
    self.site = site.root
    self.isRunning = isRunning
    settings = configuration.origins
    pins = Pins(configuration.pins)
    self.refused = refused
    notTakenUp = isRunning ? configuration.changedFiles(of: site, files: POSIXFiles()) : []
  }

  /// The listing for a terminal. The part of a line before `#` is YAML that could stand in
  /// `newsfold.yaml`.
  var lines: [String] {
    var lines = [
      isRunning
        ? "# what the running service of \(site) goes by" : "# what \(site) says; no service runs"
    ]
    let width = 40
    for setting in settings {
      let text = setting.value.isEmpty ? "\(setting.key):" : "\(setting.key): \(setting.value)"
      lines.append(
        text + String(repeating: " ", count: max(1, width - text.count)) + "# "
          + Self.words(setting))
    }
    lines.append(
      "# pins: \(pins.together.count) together, \(pins.apart.count) apart, \(pins.lead.count) lead, "
        + "\(pins.titles.count) titles")
    lines += notTakenUp.map { "# \($0) has changed since: `newsfold reload` takes it up" }
    lines += refused.map { "# wrong: \($0)" }
    return lines
  }

  private static func words(_ setting: SettingInForce) -> String {
    switch setting.origin {
    case .default: "default"
    case .file: "newsfold.yaml:\(setting.line ?? 0)"
    case .environment: "environment: NEWSFOLD_\(setting.key.uppercased())"
    }
  }
}
