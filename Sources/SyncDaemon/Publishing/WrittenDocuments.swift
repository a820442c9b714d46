/// The documents that one publication wrote.
public struct WrittenDocuments: Hashable, Sendable {
  /// The paths relative to `public/`.
  public var paths: [String] = []
  /// The bytes of the documents, without their gzip forms.
  public var byteCount = 0

  /// Makes an empty account.
  public init() {}
}
