/// An element or a piece of text of an `HTMLDocument`.
public struct HTMLNode: Sendable {
  /// An attribute: its name in lower case and its value without references.
  public struct Attribute: Sendable {
    /// The name in lower case.
    public let name: String
    /// The value; empty if it has none.
    public let value: String
  }

  /// The element's name in lower case; empty for text.
  public let name: String
  /// The text; empty for elements.
  public let text: String
  /// The attributes in the order of the source, without repeats.
  public let attributes: [Attribute]
  /// The index of the element around it; -1 for the outermost.
  public let parent: Int
  /// The index after its last descendant: `index ..< end` is the element with all it contains.
  public internal(set) var end: Int

  /// Whether this is text.
  public var isText: Bool { name.isEmpty }

  /// The value of an attribute; nil if the element does not have it.
  public subscript(attribute: String) -> String? {
    for candidate in attributes where candidate.name == attribute { return candidate.value }
    return nil
  }

  /// Whether a word stands in an attribute that lists words (`class`, `rel`, `itemprop`), whatever
  /// its case.
  public func has(_ word: String, in attribute: String) -> Bool {
    guard let value = self[attribute] else { return false }
    return value.split(whereSeparator: \.isWhitespace).contains { $0.lowercased() == word }
  }
}
