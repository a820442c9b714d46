import Yams

/// The text of `pins.yaml`, edited as a person would edit it: comments and order stay.
///
/// It works on lines. A section whose items are on one line in brackets is first spread over lines.
/// Some texts are beyond it, such as a title that is a block of lines with `#` in it. So whoever
/// edits a text reads the result with `PinsReader` and compares it with the wanted pins.
struct PinsText {
  private var lines: [String]
  /// The end of this file's lines before the line feed: a carriage return, or nothing.
  private let ending: String

  init(_ text: String) {
    // By scalars, because a carriage return and a line feed together are one character.
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    ending = lines.first?.hasSuffix("\r") == true ? "\r" : ""
    if lines.last?.isEmpty == true { lines.removeLast() }
  }

  /// Whether YAML counts the lines of a text as they are counted here.
  ///
  /// It ends a line at a carriage return alone, too, and at three characters of Unicode (YAML 1.1
  /// §5.4).
  static func hasPlainLines(_ text: String) -> Bool {
    var isReturn = false
    for scalar in text.unicodeScalars {
      if isReturn, scalar != "\n" { return false }
      if ["\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) { return false }
      isReturn = scalar == "\r"
    }
    return !isReturn
  }

  /// The text now.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// A section: its key, and the lines of its items.
  private struct Place {
    var keyLine: Int
    /// The line after its last one that is neither empty nor a comment.
    var end: Int
    var indent: String
    /// The first line of each item.
    var items: [Int]
  }

  /// Adds an item at the end of a section; makes the section if there is none.
  mutating func append(_ item: String, to section: PinsSection) throws {
    guard let place = try place(of: section) else {
      if let last = lines.last, !Self.isEmpty(last) { lines.append(ending) }
      lines += ["\(section.rawValue):" + ending, line(item, of: section, indent: "  ")]
      return
    }
    lines.insert(line(item, of: section, indent: place.indent), at: place.end)
  }

  /// Puts another item in the place of one; nil removes it.
  mutating func replace(
    _ number: Int, of section: PinsSection, with item: String?
  ) throws {
    guard let place = try place(of: section), place.items.indices.contains(number) else { return }
    let start = place.items[number]
    let next = number + 1 < place.items.count ? place.items[number + 1] : place.end
    let range = start..<lastLine(before: next, after: start) + 1
    var comments: [String] = []
    for (offset, old) in lines[range].enumerated() {
      guard let comment = Self.comment(of: old) else { continue }
      // The comment of an item on one line stays on that line.
      if item != nil, range.count == 1, offset == 0 {
        lines[start] = line(item, of: section, indent: place.indent, comment: comment)
        return
      }
      comments.append(place.indent + comment + ending)
    }
    if let item { comments.append(line(item, of: section, indent: place.indent)) }
    lines.replaceSubrange(range, with: comments)
  }

  private func line(
    _ item: String?, of section: PinsSection, indent: String, comment: String? = nil
  ) -> String {
    indent + (section == .titles ? "" : "- ") + (item ?? "") + (comment.map { "  " + $0 } ?? "")
      + ending
  }

  /// Finds a section, and first gives its items lines of their own if they have none.
  private mutating func place(of section: PinsSection) throws -> Place? {
    guard let mapping = try Yams.compose(yaml: text)?.mapping,
      let (key, value) = mapping.first(where: { $0.key.scalar?.string == section.rawValue })
    else { return nil }
    let keyLine = key.line - 1
    let following = mapping.keys.map { $0.line - 1 }.filter { $0 > keyLine }.min() ?? lines.count
    let end = lastLine(before: following, after: keyLine) + 1
    let isInline = value.null != nil || value.scalar != nil || isInBrackets(value)
    if isInline {
      spread(value, of: section, over: keyLine..<end)
      return value.null != nil
        ? Place(keyLine: keyLine, end: keyLine + 1, indent: "  ", items: [])
        : try place(of: section)
    }
    let nodes = value.mapping.map { $0.map(\.key) } ?? value.sequence.map { Array($0) } ?? []
    let items = nodes.map { node -> Int in
      // An item may begin below its dash, and with a dash of its own.
      var line = node.line - 1
      while section != .titles, line > keyLine + 1, !hasDash(line, before: node.mark?.column ?? 0) {
        line -= 1
      }
      return line
    }
    let indent = items.first.map { String(lines[$0].prefix { $0 == " " }) } ?? "  "
    return Place(keyLine: keyLine, end: end, indent: indent, items: items)
  }

  /// Gives each item of a section in brackets a line of its own; comments go before them.
  private mutating func spread(_ value: Node, of section: PinsSection, over range: Range<Int>) {
    var fresh: [String] = []
    let comments = lines[range].compactMap(Self.comment)
    fresh.append(
      "\(section.rawValue):" + (comments.first.map { "  " + $0 } ?? "") + ending)
    fresh += comments.dropFirst().map { "  " + $0 + ending }
    if value.null == nil {
      let items =
        value.mapping.map { $0.map { "\(FlowText.value($0)): \(FlowText.value($1))" } }
        ?? value.sequence.map { $0.map(FlowText.value) } ?? [FlowText.value(value)]
      fresh += items.map { line($0, of: section, indent: "  ") }
    }
    lines.replaceSubrange(range, with: fresh)
  }

  /// Whether a value begins with a bracket: its items need not have lines of their own.
  private func isInBrackets(_ value: Node) -> Bool {
    guard let mark = value.mark, lines.indices.contains(mark.line - 1) else { return false }
    let first = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
    return first == "[" || first == "{"
  }

  /// Whether a line has a dash before a column (counted from 1) and nothing but spaces before the
  /// dash.
  private func hasDash(_ line: Int, before column: Int) -> Bool {
    let indent = lines[line].prefix { $0 == " " }.count
    return indent + 1 < column && lines[line].dropFirst(indent).hasPrefix("-")
  }

  /// The last line before `next` that is neither empty nor a comment; never before `first`.
  private func lastLine(before next: Int, after first: Int) -> Int {
    var line = min(next, lines.count) - 1
    while line > first, Self.isEmpty(lines[line]) || Self.trimmed(lines[line]).hasPrefix("#") {
      line -= 1
    }
    return max(line, first)
  }

  private static func isEmpty(_ line: String) -> Bool { trimmed(line).isEmpty }

  private static func trimmed(_ line: String) -> Substring {
    var part = line[...].drop { $0 == " " || $0 == "\t" }
    while let last = part.last, last == " " || last == "\t" || last == "\r" { part.removeLast() }
    return part
  }

  /// The comment of a line, at its end or as the whole of it.
  private static func comment(of line: String) -> String? {
    var quote: Character?
    var before: Character = " "
    // The last character that was no space: only behind one of these does a quotation mark open a
    // text.
    var sign: Character = ","
    for place in line.indices {
      let character = line[place]
      if let open = quote {
        if character == open, !(open == "\"" && before == "\\") { quote = nil }
      } else if character == "#", before == " " || before == "\t" {
        return String(trimmed(String(line[place...])))
      } else if character == "\"" || character == "'", "[{,:-".contains(sign) {
        quote = character
      }
      if character != " " { sign = character }
      before = character
    }
    return nil
  }
}
