/// An element of an `XMLTree`.
public struct XMLNode: Sendable {
  /// An attribute with its value.
  public struct Attribute: Hashable, Sendable {
    /// The name without its prefix.
    public let name: String
    /// The namespace; empty for an attribute without a prefix.
    public let namespace: String
    /// The value without references.
    public let value: String
  }

  /// The name without its prefix.
  public let name: String
  /// The namespace; empty if there is none.
  public let namespace: String
  /// The attributes in the order of the source.
  public let attributes: [Attribute]
  /// The text directly inside it, without that of the elements inside it.
  public internal(set) var text: String
  /// The index of the element around it; -1 for the root.
  public let parent: Int
  /// The line that it begins on, from 1.
  public let line: Int

  /// The value of an attribute without a prefix; nil if the element does not have it.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace.isEmpty }?.value
  }
}
