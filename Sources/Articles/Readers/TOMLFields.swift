/// Reads the TOML of front matter (toml.io 1.0): strings, numbers, dates, lists of them, tables.
///
/// What front matter has, and no more: a value in another form is taken as it is written.
struct TOMLFields {
  private var bytes: [UInt8]
  private var index = 0
  /// As of YAML: more is no metadata.
  private static let byteLimit = 65_536
  private static let depthLimit = 8

  /// Reads the fields; those of a table have its name before them, but for Hugo's and Zola's own
  /// (`[extra]`, `[taxonomies]`).
  ///
  /// - Throws: `ArticleError` with `malformedFrontMatter` and the line in the file.
  static func read(_ text: String, path: String) throws(ArticleError) -> FieldValue {
    guard text.utf8.count <= byteLimit else {
      throw ArticleError(
        path: path, line: 1, problem: .malformedFrontMatter("it has more than 64 KB"))
    }
    var reading = TOMLFields(bytes: Array(text.utf8))
    return try reading.fields(path)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func fields(_ path: String) throws(ArticleError) -> FieldValue {
    var fields: [FieldValue.Field] = []
    var table = ""
    while true {
      skipBlank(lines: true)
      guard index < bytes.count else { return .object(fields) }
      if bytes[index] == 0x5B {
        let line = restOfLine()
        let name = line.filter { !"[] \"'".contains($0) }
        table = ["extra", "taxonomies", "params"].contains(name) ? "" : name + "."
        continue
      }
      guard let key = key() else { throw error("a key is due", path) }
      skipBlank(lines: false)
      guard index < bytes.count, bytes[index] == 0x3D else { throw error("= is due", path) }
      index += 1
      skipBlank(lines: false)
      guard let value = value(depth: 0) else { throw error("this is no value", path) }
      fields.append(.init(key: table + key, value: value))
    }
  }

  private func error(_ reason: String, _ path: String) -> ArticleError {
    let line = bytes[..<min(index, bytes.count)].count { $0 == 0x0A } + 1
    return ArticleError(path: path, line: line, problem: .malformedFrontMatter(reason))
  }

  private mutating func skipBlank(lines: Bool) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D || (lines && byte == 0x0A) {
        index += 1
      } else if byte == 0x23 {
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      } else {
        return
      }
    }
  }

  private mutating func restOfLine() -> String {
    let start = index
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func key() -> String? {
    if index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 { return string() }
    let start = index
    while index < bytes.count, bytes[index] != 0x3D, bytes[index] > 0x20 { index += 1 }
    return index > start ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }

  private mutating func value(depth: Int) -> FieldValue? {
    guard index < bytes.count, depth < Self.depthLimit else { return nil }
    switch bytes[index] {
    case 0x22, 0x27: return string().map { .string($0) }
    case 0x5B: return list(depth: depth)
    case 0x7B: return inlineTable(depth: depth)
    default:
      let start = index
      // A date may have a space before its time; a list or table ends a value.
      while index < bytes.count, ![0x0A, 0x2C, 0x5D, 0x7D, 0x23].contains(bytes[index]) {
        index += 1
      }
      let text = String(decoding: bytes[start..<index], as: UTF8.self).trimmingWhitespace()
      guard !text.isEmpty else { return nil }
      return text == "true" ? .bool(true) : text == "false" ? .bool(false) : .string(text)
    }
  }

  private mutating func list(depth: Int) -> FieldValue? {
    index += 1
    var members: [FieldValue] = []
    while true {
      skipBlank(lines: true)
      guard index < bytes.count else { return nil }
      if bytes[index] == 0x5D {
        index += 1
        return .array(members)
      }
      guard let member = value(depth: depth + 1) else { return nil }
      members.append(member)
      skipBlank(lines: true)
      if index < bytes.count, bytes[index] == 0x2C { index += 1 }
    }
  }

  private mutating func inlineTable(depth: Int) -> FieldValue? {
    index += 1
    var fields: [FieldValue.Field] = []
    while true {
      skipBlank(lines: true)
      guard index < bytes.count else { return nil }
      if bytes[index] == 0x7D {
        index += 1
        return .object(fields)
      }
      guard let name = key() else { return nil }
      skipBlank(lines: false)
      guard index < bytes.count, bytes[index] == 0x3D else { return nil }
      index += 1
      skipBlank(lines: false)
      guard let member = value(depth: depth + 1) else { return nil }
      fields.append(.init(key: name, value: member))
      skipBlank(lines: true)
      if index < bytes.count, bytes[index] == 0x2C { index += 1 }
    }
  }

  /// A string in one or three quotes of either kind; only double ones have escapes.
  private mutating func string() -> String? {
    let quote = bytes[index]
    let isLong = bytes[index...].starts(with: [quote, quote, quote])
    index += isLong ? 3 : 1
    if isLong, index < bytes.count, bytes[index] == 0x0A { index += 1 }
    var result: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote, !isLong || bytes[index...].starts(with: [quote, quote, quote]) {
        index += isLong ? 3 : 1
        return String(decoding: result, as: UTF8.self)
      }
      if byte == 0x0A, !isLong { return nil }
      index += 1
      guard byte == 0x5C, quote == 0x22, index < bytes.count else {
        result.append(byte)
        continue
      }
      appendEscape(to: &result)
    }
    return nil
  }

  private mutating func appendEscape(to result: inout [UInt8]) {
    let byte = bytes[index]
    index += 1
    switch byte {
    case 0x6E: result.append(0x0A)
    case 0x74: result.append(0x09)
    case 0x72: result.append(0x0D)
    case 0x0A: while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    case 0x75, 0x55:
      let count = byte == 0x75 ? 4 : 8
      let digits = String(decoding: bytes[index...].prefix(count), as: UTF8.self)
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        result += Array(String(Character(scalar)).utf8)
        index += count
      }
    default: result.append(byte)
    }
  }
}
