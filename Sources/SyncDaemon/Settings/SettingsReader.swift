import Yams

/// Settings from the text of `newsfold.yaml` and the environment.
public enum SettingsReader {
  /// Reads settings.
  ///
  /// - Parameters:
  ///   - yaml: The text of the file; an empty one gives the defaults.
  ///   - path: Where it lies, for errors.
  ///   - environment: Variables named `NEWSFOLD_` and a key in upper case override that key; their values are YAML.
  /// - Throws: `SettingsError`, naming the line and the nearest valid key.
  /// - Returns: The settings, each key checked.
  public static func read(
    yaml: String, path: String, environment: [String: String] = [:]
  ) throws(SettingsError) -> Settings {
    var settings = Settings()
    if let root = try compose(yaml, path: path) {
      guard let mapping = root.mapping else {
        throw .notYAML(path: path, line: 1, reason: "it is not a list of keys and values")
      }
      for (key, value) in mapping {
        let line = key.mark?.line ?? 0
        let name = key.scalar?.string ?? ""
        guard let known = SettingKey.all.first(where: { $0.name == name }) else {
          throw .unknownKey(
            path: path, line: line, key: name,
            nearest: nearest(to: name, among: SettingKey.all.map(\.name)))
        }
        // "key:" with nothing behind it leaves the default.
        if value.null != nil { continue }
        try take(value, for: known, into: &settings, path: path, line: line)
      }
    }
    for key in SettingKey.all {
      let variable = "NEWSFOLD_" + key.name.uppercased()
      guard let text = environment[variable] else { continue }
      let error = SettingsError.unusableOverride(
        variable: variable, value: String(text.prefix(80)), expected: key.expected)
      // A value that is no YAML is as unusable as one of the wrong kind: the same error.
      guard let node = try? Yams.compose(yaml: text) ?? Node("") else { throw error }
      guard (try? key.take(node, &settings)) == true else { throw error }
    }
    return settings
  }

  private static func compose(_ yaml: String, path: String) throws(SettingsError) -> Node? {
    do {
      let node = try Yams.compose(yaml: yaml)
      return node?.null != nil ? nil : node
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw .notYAML(path: path, line: mark.line, reason: problem)
      case .duplicatedKeysInMapping(let duplicates, let context):
        throw .notYAML(
          path: path, line: context.mark.line,
          reason: "the same key twice: \(duplicates.map { "\($0)" }.joined(separator: ", "))")
      default:
        throw .notYAML(path: path, line: 1, reason: "\(error)")
      }
    } catch {
      throw .notYAML(path: path, line: 1, reason: "\(error)")
    }
  }

  private static func take(
    _ value: Node, for key: SettingKey, into settings: inout Settings, path: String, line: Int
  ) throws(SettingsError) {
    do {
      if try key.take(value, &settings) { return }
    } catch let unknown as UnknownNestedKey {
      throw .unknownKey(
        path: path, line: unknown.line, key: unknown.key,
        nearest: nearest(to: unknown.key, among: unknown.known))
    } catch {
      throw .notYAML(path: path, line: line, reason: "\(error)")
    }
    let shown = value.scalar?.string ?? (value.mapping != nil ? "a mapping" : "a list")
    throw .unusableValue(
      path: path, line: value.mark?.line ?? line, key: key.name, value: String(shown.prefix(80)),
      expected: key.expected)
  }

  /// Reads a duration as settings write it: `200ms`, `2s`, `10m`, `12h`, `14d`; nil if the text is none.
  public static func duration(_ text: String) -> Duration? { DurationText.parse(text) }

  /// The known name with the least edit distance, if at most half of the word would have to change.
  static func nearest(to name: String, among known: [String]) -> String? {
    let ranked = known.map { (distance: editDistance(name, $0), name: $0) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = ranked.first, best.distance * 2 <= max(name.count, 4) else { return nil }
    return best.name
  }

  /// Levenshtein 1966: insertions, deletions and substitutions that turn one word into the other.
  private static func editDistance(_ first: String, _ second: String) -> Int {
    let letters = Array(second)
    var row = Array(0...letters.count)
    for (i, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in letters.indices {
        let substituted = diagonal + (letter == letters[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[letters.count]
  }
}
