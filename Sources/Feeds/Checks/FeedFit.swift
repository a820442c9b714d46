import FoundationEssentials
public import NewsModel

/// Makes a feed small enough for feed readers. It cuts texts first, then leaves out entries.
///
/// Pure: the same feed gives the same result. An entry that takes more than its share of a document
/// shows an extract, then only its headline. Where a document is larger than any reader takes, too,
/// the largest entries show an extract instead of the
/// whole text, then only their headline. If that is not enough, the largest entries are left out.
public struct FeedFit: Sendable {
  /// The feed with everything that fits.
  public let feed: Feed
  /// The entries that do not fit.
  public let leftOut: [EntryID]

  /// The most bytes of all entries of a document together. The rest of the limit is for the feed's
  /// own elements and its tombstones.
  public static let byteLimit = DocumentCheck.byteLimit - 1_000_000

  /// Fits a feed.
  ///
  /// - Complexity: O(*n*) in the entries; only if they may be too large is each rendered to be
  ///   measured.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - documentBytes: The bytes that a document should have at most.
  public init(_ feed: Feed, documentBytes: Int = DocumentCheck.byteLimit) {
    var feed = feed
    for place in feed.entries.indices {
      feed.entries[place] = Self.shortened(
        feed.entries[place], in: feed.textExtent, documentBytes: documentBytes)
    }
    // A byte of text that is escaped twice can become six; an entry's own elements take some 8 kB.
    let estimate = feed.entries.reduce(0) { $0 + Self.roughByteCount(of: $1) * 6 + 8192 }
    guard estimate > Self.byteLimit else {
      self.feed = feed
      leftOut = []
      return
    }
    let setting = EntrySetting(of: feed)
    func measure(_ entry: Entry) -> Int {
      FeedFormats.all.map { $0.fragment(of: entry, setting: setting).count }.max() ?? 0
    }
    var entries = feed.entries
    var sizes = entries.map(measure)
    var sum = sizes.reduce(0, +)
    for extent in [TextExtent.extract, .headline] where sum > Self.byteLimit {
      for place in Self.largestFirst(entries, sizes) where sum > Self.byteLimit {
        let limited = extent.limited(by: entries[place].textExtent)
        guard feed.textExtent.limited(by: entries[place].textExtent) != limited else { continue }
        entries[place].textExtent = limited
        let size = measure(entries[place])
        sum += size - sizes[place]
        sizes[place] = size
      }
    }
    var dropped: Set<EntryID> = []
    for place in Self.largestFirst(entries, sizes) where sum > Self.byteLimit {
      dropped.insert(entries[place].id)
      sum -= sizes[place]
    }
    var fitted = feed
    fitted.entries = entries.filter { !dropped.contains($0.id) }
    self.feed = fitted
    leftOut = dropped.sorted()
  }

  /// Shortens an entry that takes more than a quarter of a document, so that a document has more
  /// entries than one.
  ///
  /// - Returns: The entry, with less of its text if that is too long.
  public static func shortened(
    _ entry: Entry, in extent: TextExtent, documentBytes: Int
  ) -> Entry {
    var entry = entry
    for less in [TextExtent.extract, .headline] {
      guard EntrySize.estimate(of: entry, in: extent) > documentBytes / 4 else { break }
      entry.textExtent = less.limited(by: entry.textExtent)
    }
    return entry
  }

  private static func largestFirst(_ entries: [Entry], _ sizes: [Int]) -> [Int] {
    entries.indices.sorted { (sizes[$1], entries[$0].id) < (sizes[$0], entries[$1].id) }
  }

  /// The approximate number of bytes of an entry's texts.
  private static func roughByteCount(of entry: Entry) -> Int {
    var count = entry.title.utf8.count + entry.summary.utf8.count + (entry.html?.utf8.count ?? 0)
    for paragraph in entry.paragraphs { count += paragraph.utf8.count }
    for author in entry.authors { count += author.name.utf8.count + (author.url?.utf8.count ?? 0) }
    for tag in entry.tags { count += tag.utf8.count + 16 }
    for coverage in entry.coverage {
      count += coverage.title.utf8.count + (coverage.url?.utf8.count ?? 0) * 2 + 256
      for addition in coverage.additions { count += addition.utf8.count }
    }
    for picture in entry.pictures { count += picture.url.utf8.count + 128 }
    for enclosure in entry.enclosures { count += enclosure.url.utf8.count + 128 }
    // The history of a story names scores and articles.
    return count + entry.decisions.count * 512
  }
}
