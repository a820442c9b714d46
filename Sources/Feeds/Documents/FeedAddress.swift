public import NewsModel

/// The paths of a feed's documents below `public/`, and their addresses.
///
/// `atom.xml` for the main feed, `NAME/atom.xml` for a further one, `archive/0001/atom.xml` and
/// `NAME/archive/0001/atom.xml` for their archive documents: names that never change (RFC 5005
/// §4.1).
public enum FeedAddress {
  /// The folder of a feed's subscription document: empty, or `NAME/`.
  public static func folder(of feed: Feed) -> String { feed.name.isEmpty ? "" : feed.name + "/" }

  /// The folder of one archive document: `archive/0001/`.
  public static func archiveFolder(of feed: Feed, number: Int) -> String {
    let digits = String(number)
    // Four digits sort by name up to 9,999 documents; beyond, the names just grow.
    return folder(of: feed) + "archive/" + String(repeating: "0", count: max(0, 4 - digits.count))
      + digits + "/"
  }

  /// The path of the document that a feed value stands for, relative to `public/`.
  public static func path(of feed: Feed, as format: any FeedFormat) -> String {
    guard let number = feed.archive.number else { return folder(of: feed) + format.fileName }
    return archiveFolder(of: feed, number: number) + format.fileName
  }

  /// The absolute address of the document that a feed value stands for.
  public static func url(of feed: Feed, as format: any FeedFormat) -> String {
    feed.baseURL + path(of: feed, as: format)
  }

  /// The path of the subscription document whose archive document has a path; any other path as it
  /// is.
  public static func subscriptionPath(of path: String) -> String {
    let parts = path.split(separator: "/")
    guard parts.count >= 3, parts[parts.count - 3] == "archive" else { return path }
    return (parts.dropLast(3) + parts.suffix(1)).joined(separator: "/")
  }

  /// The absolute address of the subscription document, whichever document the value stands for.
  public static func subscriptionURL(of feed: Feed, as format: any FeedFormat) -> String {
    feed.baseURL + folder(of: feed) + format.fileName
  }

  /// The absolute address of an archive document.
  public static func archiveURL(of feed: Feed, number: Int, as format: any FeedFormat) -> String {
    feed.baseURL + archiveFolder(of: feed, number: number) + format.fileName
  }

  /// The path of a story's page.
  public static func pagePath(slug: String) -> String { "stories/\(slug)/index.html" }

  /// The folders directly below `public/` that a further feed cannot be named after.
  public static let reservedNames = ["about", "archive", "assets", "days", "stories"]
}
