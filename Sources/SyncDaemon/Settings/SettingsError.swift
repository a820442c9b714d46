/// Why settings are not usable.
public enum SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is no YAML.
  case notYAML(path: String, line: Int, reason: String)
  /// A key that means nothing here.
  case unknownKey(path: String, line: Int, key: String, nearest: String?)
  /// A value that its key cannot take.
  case unusableValue(path: String, line: Int, key: String, value: String, expected: String)
  /// An environment override that its key cannot take.
  case unusableOverride(variable: String, value: String, expected: String)
  /// The file cannot be read.
  case unreadable(path: String, reason: String)

  /// What failed, where, why, and what to do.
  public var description: String {
    switch self {
    case .notYAML(let path, let line, let reason):
      "settings are not read: \(path):\(line): \(reason). Mend the YAML there."
    case .unknownKey(let path, let line, let key, let nearest):
      "settings are not taken: \(path):\(line): unknown key \"\(key)\". "
        + (nearest.map { "Did you mean \"\($0)\"?" }
          ?? "Remove it; `newsfold init` writes every key with a comment.")
    case .unusableValue(let path, let line, let key, let value, let expected):
      "settings are not taken: \(path):\(line): \"\(key)\" cannot be \"\(value)\". "
        + "Give \(expected)."
    case .unusableOverride(let variable, let value, let expected):
      "settings are not taken: environment: \(variable) cannot be \"\(value)\". Give \(expected)."
    case .unreadable(let path, let reason):
      "settings are not read: \(path): \(reason). Make it readable, or run `newsfold init`."
    }
  }
}
