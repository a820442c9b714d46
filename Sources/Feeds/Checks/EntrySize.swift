public import NewsModel

/// An upper estimate of the bytes that an entry takes in the largest of the formats, made without
/// rendering it.
///
/// Pure, and the same on every machine: where a document ends depends on it.
public enum EntrySize {
  /// The bytes of an entry.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - extent: The extent of the text that the feed shows.
  /// - Returns: A number that no format exceeds.
  /// - Complexity: O(*n*) in the bytes of its texts.
  public static func estimate(of entry: Entry, in extent: TextExtent) -> Int {
    let extent = extent.limited(by: entry.textExtent)
    // The summary stands in the content, too, unless that is the whole text.
    var count = own + 2 * text(entry.title) + 2 * text(entry.summary) + entry.slug.utf8.count
    if extent == .full {
      count += body(html: entry.html, paragraphs: entry.paragraphs)
    }
    for coverage in entry.coverage {
      // In the list of sources, in the timeline, and as an object or link of its own.
      count += ofSource + 3 * (text(coverage.title) + text(coverage.outlet))
      count += 4 * (coverage.url?.utf8.count ?? 0) + coverage.article.rawValue.utf8.count
      count += coverage.outletFeedURL?.utf8.count ?? 0
      guard extent != .headline else { continue }
      for addition in coverage.additions { count += 2 * text(addition) + 40 }
    }
    if extent != .headline {
      for disagreement in entry.disagreements {
        count += 300 + 2 * text(disagreement.subject)
        for figure in disagreement.figures {
          count += 400 + 2 * (text(figure.text) + text(figure.sentence) + text(figure.outlet))
          count += 2 * figure.article.rawValue.utf8.count
        }
      }
    }
    count += media(tags: entry.tags, authors: entry.authors, entry.pictures, entry.enclosures)
    return count
  }

  /// The bytes of the entry of a single article.
  public static func estimate(of article: Article, in extent: TextExtent) -> Int {
    var count = own + ofSource + 6 * text(article.title) + 4 * text(article.outlet)
    count += 5 * (article.url?.utf8.count ?? 0) + article.id.rawValue.utf8.count
    // Without a summary of its own it has the first sentences of its text.
    count += 2 * (article.summary.map(text) ?? 1200)
    if extent == .full { count += body(html: article.html, paragraphs: article.paragraphs) }
    count += media(
      tags: article.tags, authors: article.authors, article.pictures, article.enclosures)
    return count
  }

  /// The bytes of an entry's own elements: about 1.5 kB in JSON Feed, less elsewhere.
  private static let own = 1800
  /// The bytes of the elements around one source: two list items, and an object or a link.
  private static let ofSource = 900

  private static func body(html: String?, paragraphs: [String]) -> Int {
    if let html, !html.isEmpty { return text(html) }
    return paragraphs.reduce(0) { $0 + text($1) + 24 }
  }

  private static func media(
    tags: [String], authors: [Person], _ pictures: [Picture], _ enclosures: [Enclosure]
  ) -> Int {
    var count = 0
    for tag in tags { count += text(tag) + 40 }
    for author in authors {
      count += text(author.name) + (author.url?.utf8.count ?? 0) + 100
      count += author.email?.utf8.count ?? 0
    }
    for picture in pictures {
      count += 3 * picture.url.utf8.count + 500 + 2 * text(picture.alternative)
      count += 2 * text(picture.credit ?? "")
    }
    for enclosure in enclosures {
      count += 2 * enclosure.url.utf8.count + 300 + text(enclosure.title ?? "")
    }
    return count
  }

  /// The bytes of a text: `"` that is escaped for HTML and for XML has ten, `&amp;quot;`.
  private static func text(_ text: String) -> Int {
    text.utf8.reduce(0) { count, byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "'"):
        count + 10
      default: count + 1
      }
    }
  }
}
