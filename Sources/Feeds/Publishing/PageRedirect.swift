/// The page of a story that was folded into another, for ever (HTTP 308, RFC 9110 §15.4.9).
public struct PageRedirect: Hashable, Sendable {
  /// The path of the old page's document: `stories/SLUG/index.html`.
  public var path: String
  /// The absolute address of the surviving story's page.
  public var url: String

  /// Makes a redirect.
  public init(path: String, url: String) {
    self.path = path
    self.url = url
  }
}
