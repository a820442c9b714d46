/// A publication that is visible, and by what it is known again.
public struct VisiblePublication: Hashable, Codable, Sendable {
  /// Its number; all before it belong to it.
  public var number: Int
  /// The first 128 bits of the SHA-256 of the main feed's JSON document in hexadecimal; nil if it
  /// has none.
  ///
  /// Another document in its place means that state and publication are not of one time.
  public var digest: String?

  /// Makes a record.
  public init(number: Int, digest: String?) {
    self.number = number
    self.digest = digest
  }
}
