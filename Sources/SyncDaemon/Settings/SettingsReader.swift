import Yams

/// Reads settings from the text of `newsfold.yaml` and the environment.
public enum SettingsReader {
  /// The beginning of the names of variables that override settings.
  static let prefix = "NEWSFOLD_"

  /// Reads settings.
  ///
  /// - Parameters:
  ///   - yaml: The text of the file; an empty one gives the defaults.
  ///   - path: The path of the file, for errors.
  ///   - environment: Variables named `NEWSFOLD_` and a key in upper case override that key; their
  ///     values are YAML.
  /// - Throws: `SettingsError`, naming the line and the nearest valid key.
  /// - Returns: The settings, each key checked.
  public static func read(
    yaml: String, path: String, environment: [String: String] = [:]
  ) throws(SettingsError) -> Settings {
    try traced(yaml: yaml, path: path, environment: environment).settings
  }

  /// Reads settings, with the origin of each value, in the order of `SettingKey.all`.
  static func traced(
    yaml: String, path: String, environment: [String: String]
  ) throws(SettingsError) -> (settings: Settings, origins: [SettingInForce]) {
    var settings = Settings()
    var origins: [String: SettingInForce] = [:]
    for (key, value) in try YAMLText.mapping(of: yaml, path: path) ?? [:] {
      let name = key.scalar?.string ?? ""
      guard let known = SettingKey.all.first(where: { $0.name == name }) else {
        throw .unknownKey(
          path: path, line: key.line, key: key.shown,
          nearest: NearestName.of(name, among: SettingKey.all.map(\.name)))
      }
      // "key:" with nothing behind it leaves the default.
      if value.null != nil { continue }
      try apply(value, for: known, into: &settings, path: path, line: key.line)
      origins[name] = SettingInForce(
        key: name, value: FlowText.value(value), origin: .file, line: key.line)
    }
    for key in SettingKey.all {
      guard let text = environment[variable(key)] else { continue }
      let node = try override(key, text, into: &settings)
      origins[key.name] = SettingInForce(
        key: key.name, value: FlowText.value(node), origin: .environment)
    }
    try checkNames(of: environment)
    settings.takeOutletsOfFolders()
    return (
      settings,
      SettingKey.all.map { key in
        origins[key.name]
          ?? SettingInForce(
            key: key.name, value: key.hasNoDefault ? "" : key.example, origin: .default)
      }
    )
  }

  private static func variable(_ key: SettingKey) -> String { prefix + key.name.uppercased() }

  private static func override(
    _ key: SettingKey, _ text: String, into settings: inout Settings
  ) throws(SettingsError) -> Node {
    var error = SettingsError.unusableOverride(
      variable: variable(key), value: String(text.prefix(80)), expected: key.expected)
    // Silence is right: a value that is no YAML gets the same error as one of the wrong kind.
    guard let node = try? Yams.compose(yaml: text) ?? Node("") else { throw error }
    do {
      if try key.apply(node, &settings) { return node }
    } catch let fault as NestedFault {
      switch fault {
      case .unknownKey(_, _, let known):
        error = .unusableOverride(
          variable: variable(key), value: String(text.prefix(80)),
          expected: "no other keys than \(known.joined(separator: ", "))")
      case .unusableValue(let nested, _, let value, let expected):
        error = .unusableOverride(
          variable: "\(variable(key)) (\(nested))", value: value, expected: expected)
      }
    } catch {
      // A key throws nothing else; the error below describes the values that it takes.
    }
    throw error
  }

  /// Refuses a variable that is nearly an override. One that is like no key belongs to something
  /// else: tests and scripts have variables of this prefix, too.
  private static func checkNames(of environment: [String: String]) throws(SettingsError) {
    let known = SettingKey.all.map(variable)
    for name in environment.keys.sorted() where name.hasPrefix(prefix) && !known.contains(name) {
      let key = String(name.dropFirst(prefix.count)).lowercased()
      guard let nearest = NearestName.of(key, among: SettingKey.all.map(\.name)) else { continue }
      throw .unknownOverride(variable: name, nearest: prefix + nearest.uppercased())
    }
  }

  private static func apply(
    _ value: Node, for key: SettingKey, into settings: inout Settings, path: String, line: Int
  ) throws(SettingsError) {
    do {
      if try key.apply(value, &settings) { return }
    } catch let fault as NestedFault {
      switch fault {
      case .unknownKey(let name, let line, let known):
        throw .unknownKey(
          path: path, line: line, key: name, nearest: NearestName.of(name, among: known))
      case .unusableValue(let name, let line, let value, let expected):
        throw .unusableValue(path: path, line: line, key: name, value: value, expected: expected)
      }
    } catch {
      throw .notYAML(path: path, line: line, reason: "\(error)")
    }
    throw .unusableValue(
      path: path, line: value.mark?.line ?? line, key: key.name, value: value.shown,
      expected: key.expected)
  }

  /// Reads a duration as settings write it: `200ms`, `2s`, `10m`, `12h`, `14d`; nil if the text is
  /// none.
  public static func duration(_ text: String) -> Duration? { DurationText.parse(text) }
}
