internal import NewsModel

/// The number that stands for an outlet: its name in lower case, else the host of the permalink;
/// zero if neither is known.
enum OutletKey {
  /// The key of an article's outlet.
  static func key(of article: Article) -> UInt32 {
    key(article.outlet.isEmpty ? host(article.url ?? "") : article.outlet)
  }

  /// The key of a name.
  static func key(_ name: String) -> UInt32 {
    name.isEmpty ? 0 : TermHash.hash(name.lowercased().utf8, isNumber: true)
  }

  /// The host of an address without "www."; empty if it has none.
  static func host(_ url: String) -> String {
    // "https:", "", "host", …
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, parts[1].isEmpty else { return "" }
    let host = String(parts[2].prefix { $0 != ":" && $0 != "?" })
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
