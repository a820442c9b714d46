/// Whether the service is ready, with a line of text that says so.
public struct Readiness: Hashable, Sendable {
  /// Whether readers get current documents.
  public var isReady: Bool
  /// A line for people: `ready`, or what is missing.
  public var words: String

  /// Makes a statement.
  public init(isReady: Bool, words: String) {
    self.isReady = isReady
    self.words = words
  }
}
