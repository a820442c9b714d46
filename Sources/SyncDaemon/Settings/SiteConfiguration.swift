/// A site's settings and pins in force, with the texts that they were read from.
///
/// They may differ from the files on disk: a running service takes up settings only on request, and
/// wrong ones not at all.
public struct SiteConfiguration: Hashable, Sendable {
  /// The texts.
  public private(set) var texts: ConfigurationTexts
  /// The settings.
  public private(set) var settings: Settings
  /// The pins.
  public private(set) var pins: Pins
  /// Each setting with the origin of its value.
  public private(set) var origins: [SettingInForce]

  /// Reads texts.
  ///
  /// - Throws: `SettingsError`.
  public init(_ texts: ConfigurationTexts, of site: Site) throws(SettingsError) {
    self.texts = texts
    (settings, origins) = try SettingsReader.traced(
      yaml: texts.settings, path: site.settingsPath, environment: texts.environment)
    pins = try PinsReader.read(yaml: texts.pins, path: site.pinsPath)
  }

  /// Reads a site's files as they are now.
  ///
  /// - Throws: `SettingsError`.
  public static func read(
    _ site: Site, environment: [String: String], files: any DurableFiles
  ) throws(SettingsError) -> SiteConfiguration {
    let settings = try ConfigurationTexts.text(site.settingsPath, files)
    let pins = try ConfigurationTexts.text(site.pinsPath, files)
    return try SiteConfiguration(
      ConfigurationTexts(settings: settings, pins: pins, environment: environment), of: site)
  }

  /// The faults of a site's files as they are now; the settings first, then the pins.
  public static func faults(
    of site: Site, environment: [String: String], files: any DurableFiles
  ) -> [SettingsError] {
    var faults: [SettingsError] = []
    do throws(SettingsError) {
      _ = try SettingsReader.read(
        yaml: try ConfigurationTexts.text(site.settingsPath, files), path: site.settingsPath,
        environment: environment)
    } catch {
      faults.append(error)
    }
    do throws(SettingsError) {
      _ = try PinsReader.read(
        yaml: try ConfigurationTexts.text(site.pinsPath, files), path: site.pinsPath)
    } catch {
      faults.append(error)
    }
    return faults
  }

  /// The names of the files that have changed since they were read.
  public func changedFiles(of site: Site, files: any DurableFiles) -> [String] {
    func isOther(_ path: String, _ text: String) -> Bool {
      // Silence is right: a file that cannot be read is reported as a fault elsewhere; here it
      // counts as changed.
      (try? ConfigurationTexts.text(path, files)) != text
    }
    return (isOther(site.settingsPath, texts.settings) ? ["newsfold.yaml"] : [])
      + (isOther(site.pinsPath, texts.pins) ? ["pins.yaml"] : [])
  }

  /// Takes up the settings of the file as it is now.
  ///
  /// - Throws: `SettingsError`; the old ones stay.
  mutating func takeSettings(
    of site: Site, files: any DurableFiles, check: (Settings) throws -> Void
  ) throws {
    let text = try ConfigurationTexts.text(site.settingsPath, files)
    let read = try SettingsReader.traced(
      yaml: text, path: site.settingsPath, environment: texts.environment)
    try check(read.settings)
    texts.settings = text
    (settings, origins) = read
  }

  /// Takes up the pins of the file as it is now.
  ///
  /// - Throws: `SettingsError`; the old ones stay.
  mutating func takePins(of site: Site, files: any DurableFiles) throws(SettingsError) {
    let text = try ConfigurationTexts.text(site.pinsPath, files)
    pins = try PinsReader.read(yaml: text, path: site.pinsPath)
    texts.pins = text
  }
}
