/// A reason why settings or pins cannot be used.
public enum SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is no YAML.
  case notYAML(path: String, line: Int, reason: String)
  /// An unknown key.
  case unknownKey(path: String, line: Int, key: String, nearest: String?)
  /// A value that its key cannot take; the key of a nested one is written `window.age`.
  case unusableValue(path: String, line: Int, key: String, value: String, expected: String)
  /// An environment override that its key cannot take.
  case unusableOverride(variable: String, value: String, expected: String)
  /// An environment variable that is nearly an override.
  case unknownOverride(variable: String, nearest: String)
  /// The file cannot be read.
  case unreadable(path: String, reason: String)
  /// A file that a setting names cannot be used.
  case unusableFile(key: String, path: String, reason: String, remedy: String)

  /// The message: what failed, where and why in one sentence, and what to do.
  public var description: String {
    switch self {
    case .notYAML(let path, let line, let reason):
      "\(Self.subject(path)) are not read: \(path):\(line): \(reason). Mend the YAML there."
    case .unknownKey(let path, let line, let key, let nearest):
      "\(Self.subject(path)) are not taken: \(path):\(line): unknown key \"\(key)\". "
        + (nearest.map { "Did you mean \"\($0)\"?" } ?? Self.advice(path))
    case .unusableValue(let path, let line, let key, let value, let expected):
      "\(Self.subject(path)) are not taken: \(path):\(line): \"\(key)\" cannot be \"\(value)\". "
        + "Give \(expected)."
    case .unusableOverride(let variable, let value, let expected):
      "settings are not taken: environment: \(variable) cannot be \"\(value)\". Give \(expected)."
    case .unknownOverride(let variable, let nearest):
      "settings are not taken: environment: \(variable) is no setting. Did you mean \(nearest)?"
    case .unreadable(let path, let reason):
      "\(Self.subject(path)) are not read: \(path): \(reason). "
        + (Self.isPins(path) ? "Make it readable." : "Make it readable, or run `newsfold init`.")
    case .unusableFile(let key, let path, let reason, let remedy):
      "settings are not taken: \(key): \(path): \(reason). \(remedy)"
    }
  }

  /// Whether it is about `pins.yaml`.
  public var isAboutPins: Bool {
    switch self {
    case .notYAML(let path, _, _), .unknownKey(let path, _, _, _), .unreadable(let path, _),
      .unusableValue(let path, _, _, _, _):
      Self.isPins(path)
    case .unusableOverride, .unknownOverride, .unusableFile: false
    }
  }

  /// The word for the file in messages: both files are YAML by a person, and their errors differ
  /// only in this.
  private static func subject(_ path: String) -> String { isPins(path) ? "pins" : "settings" }

  private static func isPins(_ path: String) -> Bool {
    path.split(separator: "/").last?.hasPrefix("pins") == true
  }

  private static func advice(_ path: String) -> String {
    isPins(path)
      ? "Remove it; pins are together, apart, lead and titles."
      : "Remove it; `newsfold init` writes every key with a comment."
  }
}
