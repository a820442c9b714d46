/// The texts that configure a site: its two files, and the overrides of the environment.
public struct ConfigurationTexts: Hashable, Codable, Sendable {
  /// `newsfold.yaml`; empty if there is none.
  public var settings: String
  /// `pins.yaml`; empty if there is none.
  public var pins: String
  /// The variables that begin with `NEWSFOLD_`.
  public var environment: [String: String]

  /// Makes the texts; of the environment it keeps only variables that can be settings.
  public init(settings: String, pins: String, environment: [String: String]) {
    self.settings = settings
    self.pins = pins
    self.environment = environment.filter { $0.key.hasPrefix(SettingsReader.prefix) }
  }

  /// The text of a file that need not be there.
  ///
  /// - Throws: `SettingsError.unreadable`.
  static func text(_ path: String, _ files: any DurableFiles) throws(SettingsError) -> String {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try files.read(path) ?? []
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(path: path, reason: "it is not UTF-8")
    }
    return text
  }
}
