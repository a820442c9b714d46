/// A paragraph of a document, or a heading, list item, caption or quotation.
public struct HTMLBlock: Equatable, Sendable {
  /// The kind of paragraph.
  public enum Kind: Equatable, Sendable {
    /// Running text.
    case paragraph
    /// A heading.
    case heading
    /// An item of a list.
    case listItem
    /// The caption of a figure or table.
    case caption
    /// Part of a quotation.
    case quotation
  }

  /// The kind of paragraph.
  public var kind: Kind
  /// Its text with single spaces, never empty.
  public var text: String
  /// The index of the innermost element around its beginning.
  public var node: Int
}
