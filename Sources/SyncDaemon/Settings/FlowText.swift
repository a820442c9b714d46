import Yams

/// Writes YAML values on one line.
enum FlowText {
  /// Writes a text: plain where that is safe, else in double quotes.
  static func scalar(_ text: String) -> String {
    if isPlain(text) { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let hex = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\x" + (hex.count < 2 ? "0" : "") + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Writes a list of texts.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// Writes any value.
  static func value(_ node: Node) -> String {
    if let mapping = node.mapping {
      if mapping.isEmpty { return "{}" }
      return "{ " + mapping.map { "\(value($0)): \(value($1))" }.joined(separator: ", ") + " }"
    }
    if let sequence = node.sequence {
      return "[" + sequence.map(value).joined(separator: ", ") + "]"
    }
    // `false` that was written without quotes is no text.
    if node.bool != nil, node.scalar?.style == .plain { return node.scalar?.string ?? "" }
    return scalar(node.scalar?.string ?? "")
  }

  /// Whether a text may stand without quotes, also inside lists. It begins with a letter, a digit,
  /// `/` or `.`, and holds nothing that YAML reads as something else (YAML 1.1 §9.1.3).
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      first.properties.isAlphabetic || ("0"..."9").contains(first)
        || "/.".unicodeScalars.contains(first),
      last != ":", last != " ",
      !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    else { return false }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if ",[]{}\"'#&*!|>%@`\\".unicodeScalars.contains(scalar) { return false }
      if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) { return false }
      if before == ":", scalar == " " { return false }
      before = scalar
    }
    return true
  }
}
