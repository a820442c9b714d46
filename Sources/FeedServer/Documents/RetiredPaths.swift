public import Feeds

/// The pages that are gone for good: those of merged stories (308) and of withdrawn ones (410).
///
/// Kept for ever, since a link to them may stand anywhere.
public struct RetiredPaths: Hashable, Sendable {
  /// Where the pages of merged stories went: document path to absolute address.
  public private(set) var redirects: [String: String]
  /// The document paths of withdrawn stories' pages.
  public private(set) var gone: Set<String>

  /// Makes the table, as the state remembers it.
  ///
  /// - Parameters:
  ///   - redirects: The pages of merged stories; of several for one path the last counts.
  ///   - gone: The document paths of withdrawn stories' pages.
  public init(redirects: [PageRedirect] = [], gone: some Sequence<String> = []) {
    self.redirects = [:]
    self.gone = []
    retire(redirects: redirects, gone: gone)
  }

  /// Takes up what a publication retires and what it brings back: a page that is published without
  /// being retired lives, though it may have been retired before.
  mutating func take(_ publication: Publication) {
    for document in publication.documents {
      redirects[document.path] = nil
      gone.remove(document.path)
    }
    retire(redirects: publication.redirects, gone: publication.gone)
  }

  /// Adds what a publication retires; a story withdrawn after it was merged is gone.
  private mutating func retire(redirects more: [PageRedirect], gone paths: some Sequence<String>) {
    for redirect in more {
      redirects[redirect.path] = redirect.url
      gone.remove(redirect.path)
    }
    for path in paths {
      gone.insert(path)
      redirects[path] = nil
    }
  }
}
