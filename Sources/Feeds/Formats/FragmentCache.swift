public import NewsModel

/// Remembers the fragments of one feed in one format, so that a change renders one entry and copies the others.
///
/// A value like any other: it holds the entries that the fragments were made from, and a fragment is used again only
/// for an equal entry. Rendering with and without it gives the same bytes.
public struct FragmentCache: Sendable {
  private struct Item {
    var entry: Entry
    var fragment: [UInt8]
  }

  private var setting: EntrySetting?
  private var items: [EntryID: Item] = [:]

  /// An empty cache.
  public init() {}

  /// Renders a feed, taking the fragments of unchanged entries from the last time.
  ///
  /// - Complexity: O(*n*) comparisons in the number of entries and a copy of their fragments, besides rendering those
  ///   that changed. Comparing is quick where the texts of an entry are the same in memory.
  public mutating func document(of feed: Feed, as format: any FeedFormat) -> FeedDocument {
    let setting = EntrySetting(of: feed)
    if setting != self.setting { items = [:] }
    self.setting = setting
    var kept: [EntryID: Item] = [:]
    kept.reserveCapacity(feed.entries.count)
    var fragments: [[UInt8]] = []
    fragments.reserveCapacity(feed.entries.count)
    for entry in feed.entries {
      var item = items[entry.id]
      if item?.entry != entry {
        // Writers make room for more than a fragment takes, which is not to be kept with it.
        let fragment = format.fragment(of: entry, setting: setting)
          .withUnsafeBufferPointer { Array($0) }
        item = Item(entry: entry, fragment: fragment)
      }
      guard let item else { continue }
      kept[entry.id] = item
      fragments.append(item.fragment)
    }
    items = kept
    return format.document(of: feed, fragments: fragments)
  }
}
