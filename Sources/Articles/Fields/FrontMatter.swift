import Yams

/// The YAML above a Markdown text, between two lines of three dashes.
enum FrontMatter {
  /// The most bytes: more is no metadata, and libyaml's time and memory stay small below it.
  private static let byteLimit = 65_536
  /// The most nodes: no metadata has more, and reading stays short whatever the nesting.
  private static let nodeLimit = 10_000

  static func split(_ text: String) -> (yaml: String?, body: String) {
    let lines = CleanText.normalizedLineEnds(text)
    guard lines.hasPrefix("---\n") || lines.hasPrefix("--- \n") else { return (nil, lines) }
    let start = lines.index(lines.startIndex, offsetBy: 3)
    for mark in ["\n---\n", "\n...\n", "\n--- \n"] {
      if let end = lines[start...].firstRange(of: mark) {
        return (String(lines[start..<end.lowerBound]), String(lines[end.upperBound...]))
      }
    }
    if lines.hasSuffix("\n---") { return (String(lines[start...].dropLast(4)), "") }
    // The file is a text with a rule above it.
    return (nil, String(lines[start...]))
  }

  /// Reads the fields.
  ///
  /// - Throws: `ArticleError` with `malformedFrontMatter` and the line in the file.
  static func fields(_ yaml: String, path: String) throws(ArticleError) -> FieldValue {
    let value = try value(yaml, path: path)
    guard case .object = value else {
      throw ArticleError(
        path: path, line: 2, problem: .malformedFrontMatter("it is no list of `key: value`"))
    }
    return value
  }

  /// Reads a value, which may be a list.
  ///
  /// - Throws: As `fields` does.
  static func value(_ yaml: String, path: String) throws(ArticleError) -> FieldValue {
    guard yaml.utf8.count <= byteLimit else {
      throw ArticleError(
        path: path, line: 1, problem: .malformedFrontMatter("it has more than 64 KB"))
    }
    guard !(hasMark(0x26, yaml) && hasMark(0x2A, yaml)) else {
      throw ArticleError(
        path: path, line: 1, problem: .malformedFrontMatter("anchors and aliases are not read"))
    }
    do {
      guard let node = try Yams.compose(yaml: yaml, .basic) else { return .object([]) }
      var budget = nodeLimit
      guard let value = value(of: node, &budget) else {
        throw ArticleError(
          path: path, line: 1, problem: .malformedFrontMatter("it has more than 10,000 values"))
      }
      return value
    } catch let error as ArticleError {
      throw error
    } catch let error as YamlError {
      throw failure(error, path: path)
    } catch {
      throw ArticleError(path: path, line: 2, problem: .malformedFrontMatter("it is not readable"))
    }
  }

  /// Whether a value or key begins with `&name` or `*name`: nested aliases make Yams hash millions
  /// of nodes.
  private static func hasMark(_ mark: UInt8, _ yaml: String) -> Bool {
    let before: Set<UInt8> = [0x3A, 0x2D, 0x5B, 0x7B, 0x2C, 0x3F, 0x0A]
    var last: UInt8 = 0x0A
    var isMarked = false
    for byte in yaml.utf8 {
      let isName =
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
      if isMarked, isName { return true }
      isMarked = byte == mark && before.contains(last)
      if byte != 0x20, byte != 0x09 { last = byte }
    }
    return false
  }

  private static func failure(_ error: YamlError, path: String) -> ArticleError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      // The file's first line is the dashes, and the YAML begins with the end of that line.
      ArticleError(path: path, line: max(mark.line, 1), problem: .malformedFrontMatter(problem))
    case .duplicatedKeysInMapping(let duplicates, _):
      ArticleError(
        path: path, line: 2,
        problem: .malformedFrontMatter(
          "a key stands twice: \(duplicates.first.map { "\($0)" } ?? "")"))
    default:
      ArticleError(path: path, line: 2, problem: .malformedFrontMatter("it is not readable"))
    }
  }

  private static func value(of node: Node, _ budget: inout Int) -> FieldValue? {
    guard budget > 0 else { return nil }
    budget -= 1
    switch node {
    case .scalar(let scalar):
      let isNull =
        scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return isNull ? .null : .string(scalar.string)
    case .sequence(let sequence):
      var members: [FieldValue] = []
      for member in sequence {
        guard let value = value(of: member, &budget) else { return nil }
        members.append(value)
      }
      return .array(members)
    case .mapping(let mapping):
      var fields: [FieldValue.Field] = []
      for (key, member) in mapping {
        guard let value = value(of: member, &budget) else { return nil }
        fields.append(FieldValue.Field(key: key.string ?? "", value: value))
      }
      return .object(fields)
    case .alias:
      return .null
    }
  }
}
