public import NewsModel

/// Remembers the fragments of one feed in one format, so that a change renders one entry and copies
/// the others.
///
/// A fragment is used again only for an entry that equals the one from which it was made, so
/// rendering with and without the cache gives the same bytes.
public struct FragmentCache: Sendable {
  private struct Item {
    var entry: Entry
    var fragment: [UInt8]
  }

  private var setting: EntrySetting?
  private var items: [EntryID: Item] = [:]

  /// Makes an empty cache.
  public init() {}

  /// Renders a feed, taking the fragments of unchanged entries from the last time.
  ///
  /// - Complexity: O(*n*) comparisons in the number of entries and a copy of their fragments,
  ///   besides rendering those that changed. Comparing is quick if the texts of an entry are the
  ///   same in memory.
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
        // Copied, because writers reserve more room than a fragment needs.
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
