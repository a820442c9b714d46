/// A site's settings and pins in force, with the texts that they were read from.
///
/// A running service may have others in force than the files say by now: settings are taken up when
/// a person says so, and what is wrong is not taken up at all.
public struct SiteConfiguration: Hashable, Sendable {
  /// The texts.
  public private(set) var texts: ConfigurationTexts
  /// The settings.
  public private(set) var settings: Settings
  /// The pins.
  public private(set) var pins: Pins
  /// Each setting with where it comes from.
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

  /// The names of the files that say something else by now.
  public func changedFiles(of site: Site, files: any DurableFiles) -> [String] {
    func isOther(_ path: String, _ text: String) -> Bool {
      // What cannot be read is told as a fault; it is other than what was read.
      (try? ConfigurationTexts.text(path, files)) != text
    }
    return (isOther(site.settingsPath, texts.settings) ? ["newsfold.yaml"] : [])
      + (isOther(site.pinsPath, texts.pins) ? ["pins.yaml"] : [])
  }

  /// Takes up the settings as the file has them now.
  ///
  /// - Throws: `SettingsError`; then the old ones stay.
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

  /// Takes up the pins as the file has them now.
  ///
  /// - Throws: `SettingsError`; then the old ones stay.
  mutating func takePins(of site: Site, files: any DurableFiles) throws(SettingsError) {
    let text = try ConfigurationTexts.text(site.pinsPath, files)
    pins = try PinsReader.read(yaml: text, path: site.pinsPath)
    texts.pins = text
  }
}
