import Markup

/// Writes JSON (RFC 8259) with its members in call order, a member a line, but for objects that
/// stand in one line.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var isEmpty: [Bool] = []
  /// The depth from which on everything is written on one line, if any.
  private var lineDepth: Int?
  private let outerDepth: Int
  private let place: CharacterEscape.Place

  /// Starts a text that will be inside this number of objects and arrays.
  init(inside depth: Int = 0, capacity: Int = 4096, as place: CharacterEscape.Place = .json) {
    outerDepth = depth
    self.place = place
    bytes.reserveCapacity(capacity)
  }

  mutating func object(_ name: String? = nil, _ members: (inout JSONWriter) -> Void) {
    nested(name, "{", "}", members)
  }

  /// Writes an object on one line, for small ones that come in hundreds: their indentation was a
  /// fifth of a document.
  mutating func line(_ name: String? = nil, _ members: (inout JSONWriter) -> Void) {
    let outer = lineDepth
    start(name)
    lineDepth = outer ?? isEmpty.count
    append("{")
    isEmpty.append(true)
    members(&self)
    isEmpty.removeLast()
    append("}")
    lineDepth = outer
  }

  mutating func array(_ name: String? = nil, _ elements: (inout JSONWriter) -> Void) {
    nested(name, "[", "]", elements)
  }

  /// Writes a text; nil is left out.
  mutating func text(_ name: String? = nil, _ value: String?) {
    guard let value else { return }
    start(name)
    append(quoted: value)
  }

  /// Writes markup as a string.
  mutating func markup(_ name: String, _ value: [UInt8]) {
    start(name)
    append("\"")
    CharacterEscape.append(value, to: &bytes, as: place)
    append("\"")
  }

  /// Writes a whole number; nil is left out.
  mutating func number(_ name: String, _ value: Int?) {
    guard let value else { return }
    start(name)
    append(String(value))
  }

  /// Writes a number in the shortest form that reads back the same; nil and infinite numbers are
  /// left out.
  mutating func number(_ name: String, _ value: Double?) {
    guard let value, value.isFinite else { return }
    start(name)
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 {
      append(String(whole))
    } else {
      append("\(value)")
    }
  }

  mutating func truth(_ name: String, _ value: Bool) {
    start(name)
    append(value ? "true" : "false")
  }

  /// Writes an array of texts; an empty one is left out.
  mutating func texts(_ name: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    array(name) { json in for value in values { json.text(nil, value) } }
  }

  /// Adds an element that was written before, at this depth.
  mutating func append(fragment: [UInt8]) {
    start(nil)
    bytes.append(contentsOf: fragment)
  }

  private mutating func nested(
    _ name: String?, _ opening: String, _ closing: String, _ content: (inout JSONWriter) -> Void
  ) {
    start(name)
    append(opening)
    isEmpty.append(true)
    content(&self)
    if isEmpty.popLast() == false { line() }
    append(closing)
  }

  private mutating func start(_ name: String?) {
    if let last = isEmpty.indices.last {
      if !isEmpty[last] { append(",") }
      isEmpty[last] = false
      line()
    }
    if let name {
      append(quoted: name)
      append(lineDepth == nil ? ": " : ":")
    }
  }

  private mutating func line() {
    guard lineDepth == nil else { return }
    append("\n")
    for _ in 0..<(outerDepth + isEmpty.count) { append("  ") }
  }

  private mutating func append(quoted text: String) {
    append("\"")
    CharacterEscape.append(text, to: &bytes, as: place)
    append("\"")
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
