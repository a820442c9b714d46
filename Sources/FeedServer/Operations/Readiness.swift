/// Whether the service is ready to be read, and in which words it says so.
public struct Readiness: Hashable, Sendable {
  /// Whether readers get what there is.
  public var isReady: Bool
  /// A line for people: `ready`, or what is missing.
  public var words: String

  /// Makes a statement.
  public init(isReady: Bool, words: String) {
    self.isReady = isReady
    self.words = words
  }
}
