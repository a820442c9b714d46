/// Writes an XML 1.0 document in UTF-8, the same bytes for the same calls.
///
/// Elements are written in call order and attributes in the order given; each element begins on a
/// line of its own, indented by its depth, so that documents can be compared line by line. Text is
/// escaped by `CharacterEscape`, so that no input makes the document ill-formed. Names come from
/// the program, never from input.
public struct XMLWriter: Sendable {
  /// The document so far.
  public private(set) var bytes: [UInt8] = []
  private var open: [StaticString] = []
  private let outerDepth: Int

  /// Starts a document with its XML declaration.
  ///
  /// - Parameter capacity: The number of bytes to make room for.
  public init(capacity: Int = 4096) {
    outerDepth = 0
    bytes.reserveCapacity(capacity)
    append("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
  }

  /// Starts a piece of a document that will be inside this number of elements.
  public init(fragmentInside depth: Int, capacity: Int = 4096) {
    outerDepth = depth
    bytes.reserveCapacity(capacity)
  }

  /// Starts an element that holds other elements.
  public mutating func start(_ name: StaticString, _ attributes: XMLAttributes = [:]) {
    line()
    startTag(name, attributes)
    append(">")
    open.append(name)
  }

  /// Ends the element that was started last.
  ///
  /// Ending more than was started is a programming error.
  public mutating func end() {
    guard let name = open.popLast() else {
      preconditionFailure("an XML element is ended that was never started")
    }
    line()
    append("</")
    append(name)
    append(">")
  }

  /// Writes an element without content.
  public mutating func empty(_ name: StaticString, _ attributes: XMLAttributes = [:]) {
    line()
    startTag(name, attributes)
    append("/>")
  }

  /// Writes an element that holds a text.
  public mutating func element(
    _ name: StaticString, _ text: String, as place: CharacterEscape.Place = .text
  ) {
    element(name, [:], text, as: place)
  }

  /// Writes an element that has attributes and holds a text.
  public mutating func element(
    _ name: StaticString, _ attributes: XMLAttributes, _ text: String,
    as place: CharacterEscape.Place = .text
  ) {
    line()
    startTag(name, attributes)
    append(">")
    CharacterEscape.append(text, to: &bytes, as: place)
    endTag(name)
  }

  /// Writes an element that holds markup as text, for instance HTML in Atom `content`.
  public mutating func element(
    _ name: StaticString, _ attributes: XMLAttributes = [:], markup: [UInt8]
  ) {
    line()
    startTag(name, attributes)
    append(">")
    CharacterEscape.append(markup, to: &bytes)
    endTag(name)
  }

  /// Adds a piece that was written before, with `init(fragmentInside:)` and `finishFragment()`.
  public mutating func append(fragment: [UInt8]) {
    bytes.append(contentsOf: fragment)
  }

  /// Ends a piece of a document.
  ///
  /// An element that is still open is a programming error.
  ///
  /// - Returns: The piece, which begins with a line feed.
  public consuming func finishFragment() -> [UInt8] {
    precondition(open.isEmpty, "an XML element is still open")
    return bytes
  }

  /// Ends the document with a line feed.
  ///
  /// An element that is still open is a programming error.
  ///
  /// - Returns: The document.
  public consuming func finish() -> [UInt8] {
    precondition(open.isEmpty, "an XML element is still open")
    append("\n")
    return bytes
  }

  private mutating func startTag(_ name: StaticString, _ attributes: XMLAttributes) {
    append("<")
    append(name)
    for (name, value) in attributes.pairs {
      guard let value else { continue }
      append(" ")
      append(name)
      append("=\"")
      CharacterEscape.append(value, to: &bytes, as: .attribute)
      append("\"")
    }
  }

  private mutating func endTag(_ name: StaticString) {
    append("</")
    append(name)
    append(">")
  }

  private mutating func line() {
    append("\n")
    for _ in 0..<(outerDepth + open.count) { append("  ") }
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
