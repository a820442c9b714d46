/// Somebody who wrote an article or runs a feed (Atom person construct, RFC 4287 §3.2).
public struct Person: Hashable, Codable, Sendable {
  /// The name as a person reads it; never empty.
  public var name: String
  /// An e-mail address, if one is stated.
  public var email: String?
  /// An absolute web address, if one is stated.
  public var url: String?

  /// Makes a person.
  public init(name: String, email: String? = nil, url: String? = nil) {
    self.name = name
    self.email = email
    self.url = url
  }
}
