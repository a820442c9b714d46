/// The attributes of one element, in the order in which they are written; one without a value is
/// left out.
public struct XMLAttributes: ExpressibleByDictionaryLiteral, Sendable {
  /// The names with their values.
  public var pairs: [(name: StaticString, value: String?)]

  /// Takes attributes in the order of a literal: `["rel": "self", "href": url]`.
  public init(dictionaryLiteral elements: (StaticString, String?)...) {
    pairs = elements.map { (name: $0.0, value: $0.1) }
  }
}
