import Yams

/// Parses the text of `newsfold.yaml` or `pins.yaml`.
enum YAMLText {
  /// The node at the top; nil if the text is empty.
  ///
  /// - Throws: `SettingsError.notYAML`, in one sentence with its line.
  static func root(of yaml: String, path: String) throws(SettingsError) -> Node? {
    do {
      let node = try Yams.compose(yaml: yaml)
      return node?.null != nil ? nil : node
    } catch let error as YamlError {
      let (line, reason) = words(error)
      throw .notYAML(path: path, line: line, reason: reason)
    } catch {
      throw .notYAML(path: path, line: 1, reason: "it is not YAML")
    }
  }

  /// The keys and values at the top.
  static func mapping(of yaml: String, path: String) throws(SettingsError) -> Node.Mapping? {
    guard let root = try root(of: yaml, path: path) else { return nil }
    guard let mapping = root.mapping else {
      throw .notYAML(path: path, line: 1, reason: "it is not a list of keys and values")
    }
    return mapping
  }

  private static func words(_ error: YamlError) -> (line: Int, reason: String) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // A bracket or quote that is never closed is noticed at the end, but has to be mended at its
      // beginning.
      let isUnclosed =
        context?.text.contains("flow") == true || context?.text.contains("quoted") == true
      return (isUnclosed ? context?.mark.line ?? mark.line : mark.line, plain(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      return (context.mark.line, "the same key twice: \(duplicates.joined(separator: ", "))")
    case .reader(_, let offset, _, let yaml):
      let line = 1 + yaml.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
      return (line, "a control character, or bytes that are no text")
    default:
      return (1, "it is not YAML")
    }
  }

  /// Rephrases one of libyaml's messages for the person who wrote the file.
  private static func plain(_ problem: String) -> String {
    switch problem {
    case "did not find expected ',' or ']'": "a list that begins with [ is not closed with ]"
    case "did not find expected ',' or '}'": "a mapping that begins with { is not closed with }"
    case "found unexpected end of stream": "a text in quotes is not closed"
    case "found unexpected document indicator": "a text in quotes is not closed"
    case "found character that cannot start any token":
      "a tab, @ or ` where a value begins: indent with spaces, put the value in quotes"
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      "a tab: indent with spaces"
    case "mapping values are not allowed in this context":
      "a colon where none can be: put a text with \": \" in quotes, and indent keys alike"
    case "could not find expected ':'": "a key without a colon behind it"
    case "did not find expected key": "a line that is indented otherwise than those around it"
    case "did not find expected '-' indicator", "did not find expected <block end>":
      "a line that is indented otherwise than those around it"
    case "block sequence entries are not allowed in this context": "a list where none can be"
    case "did not find expected <document start>": "something that belongs to no key"
    default: problem
    }
  }
}
