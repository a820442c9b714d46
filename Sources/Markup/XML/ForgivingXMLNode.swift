/// An element or a piece of text of a `ForgivingXML` document.
public struct ForgivingXMLNode: Sendable {
  /// An attribute with its value.
  public struct Attribute: Hashable, Sendable {
    /// The name without its prefix.
    public let name: String
    /// The namespace; empty for an attribute without a prefix.
    public let namespace: String
    /// The value without references.
    public let value: String
  }

  /// The element's name without its prefix; empty for text.
  public let name: String
  /// The element's namespace; if its prefix is bound to none, the prefix; empty if it has neither.
  public let namespace: String
  /// The text; empty for elements.
  public internal(set) var text: String
  /// The attributes in the order of the source, declarations of namespaces left out.
  public let attributes: [Attribute]
  /// The index of the element around it; -1 for the root.
  public let parent: Int
  /// The index after its last descendant: `index ..< end` is the element with all it contains.
  public internal(set) var end: Int

  /// Whether this is text.
  public var isText: Bool { name.isEmpty }

  /// The value of an attribute, whatever its prefix; one without a prefix comes first. Nil if the
  /// element does not have it.
  public subscript(attribute: String) -> String? {
    let named = attributes.filter { $0.name == attribute }
    return (named.first { $0.namespace.isEmpty } ?? named.first)?.value
  }
}
