public import Feeds

/// The pages that are gone for good: those of merged stories (308) and of withdrawn ones (410).
///
/// They are kept for ever, because links to them may stand anywhere.
public struct RetiredPaths: Hashable, Sendable {
  /// The targets of the pages of merged stories: absolute addresses by document path.
  public private(set) var redirects: [String: String]
  /// The document paths of withdrawn stories' pages.
  public private(set) var gone: Set<String>

  /// Makes the table, as the state remembers it.
  ///
  /// - Parameters:
  ///   - redirects: The pages of merged stories; if there are several for one path, the last
  ///     counts.
  ///   - gone: The document paths of withdrawn stories' pages.
  public init(redirects: [PageRedirect] = [], gone: some Sequence<String> = []) {
    self.redirects = [:]
    self.gone = []
    retire(redirects: redirects, gone: gone)
  }

  /// Applies a publication: the pages that it retires, and those that it brings back. A page that
  /// is published and not retired is no longer retired.
  mutating func note(_ publication: Publication) {
    for document in publication.documents {
      redirects[document.path] = nil
      gone.remove(document.path)
    }
    retire(redirects: publication.redirects, gone: publication.gone)
  }

  /// Adds retired pages; a story that was withdrawn after it was merged is gone.
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
