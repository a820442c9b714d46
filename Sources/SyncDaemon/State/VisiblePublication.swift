/// A visible publication, with the digest that identifies it.
public struct VisiblePublication: Hashable, Codable, Sendable {
  /// Its number; all earlier publications are visible, too.
  public var number: Int
  /// The first 128 bits of the SHA-256 of the main feed's JSON document in hexadecimal; nil if it
  /// has none.
  ///
  /// If the published document has another digest, state and publication are of different times.
  public var digest: String?

  /// Makes a record.
  public init(number: Int, digest: String?) {
    self.number = number
    self.digest = digest
  }
}
