import FoundationEssentials
import NewsModel

/// What one pass does to the feeds: what each shows now, and what moves to archives.
struct FeedPlan {
  /// One feed.
  struct Item {
    let definition: FeedDefinition
    /// The feed as it is from now on.
    var record: FeedRecord
    /// Whether its documents are to be rendered.
    var isRendered: Bool
  }

  /// The feeds, the main one first.
  var items: [Item] = []
  /// Feeds that the settings do not define any more, as they are remembered from now on.
  var undefined: [FeedRecord] = []
  /// The new archive documents.
  var archives: [PublicationRecord.Archive] = []
  /// The archive documents that are there already and are made again.
  var archivesAgain: [PublicationRecord.Archive] = []

  /// The records of the feeds that changed.
  var records: [StateRecord] {
    items.filter(\.isRendered).map { .feed($0.record) } + undefined.map { .feed($0) }
  }
}
