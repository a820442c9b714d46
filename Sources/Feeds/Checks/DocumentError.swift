/// The reason why a document is not published.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The document's path relative to `public/`.
  public var path: String
  /// The fault.
  public var fault: DocumentFault

  /// Makes an error.
  public init(path: String, fault: DocumentFault) {
    self.path = path
    self.fault = fault
  }

  /// The message: what failed, why, and what to do.
  public var description: String {
    "\(path) is not published: \(fault). The former version stays; newsfold itself is at fault, please report it."
  }
}
