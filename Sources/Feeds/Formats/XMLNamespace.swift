/// The namespaces that readers know, with the prefixes that they expect.
enum XMLNamespace {
  /// RFC 4287 §1.2.
  static let atom = "http://www.w3.org/2005/Atom"
  /// RFC 5005 §1.2.
  static let history = "http://purl.org/syndication/history/1.0"
  /// RFC 6721 §1.2.
  static let tombstones = "http://purl.org/atompub/tombstones/1.0"
  /// Media RSS 1.5.1, with the slash at the end.
  static let media = "http://search.yahoo.com/mrss/"
  /// RSS 1.0 content module.
  static let content = "http://purl.org/rss/1.0/modules/content/"
  /// Dublin Core elements 1.1.
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
  /// RSS 1.0 syndication module.
  static let syndication = "http://purl.org/rss/1.0/modules/syndication/"
}
