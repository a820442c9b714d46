import FoundationEssentials
import NewsModel

/// The plan of one publication: what each feed shows from now on, what moves to archives, which
/// pages are written.
struct PublicationPlan {
  /// One feed.
  struct Item {
    let definition: FeedDefinition
    /// The feed as it is from now on.
    var record: FeedRecord
    /// Whether its documents are to be rendered.
    var isRendered: Bool
  }

  /// Why a publication is made.
  struct Cause {
    /// Whether what was published is gone, so that archives are made again, too.
    var isAnew = false
    /// Whether every document is to be rendered.
    var isAll = false
    /// Whether archive documents that show another extent of text than the settings say are made
    /// again, too.
    var isFull = false
    /// Whether the merge model is another than that of the last publication.
    var hasOtherModel = false
    /// Whether the settings or pins are others than those of the last publication.
    var hasOtherRendering = false

    /// Finds why a pass publishes.
    ///
    /// - Throws: `FileError` if it cannot be said whether anything is published.
    init(
      _ request: SyncRequest, _ rules: SiteRules, _ state: SyncState, _ world: PassWorld
    ) throws(FileError) {
      // At the beginning, or when what was published was removed.
      isAnew = try world.files.status(rules.site.publicDirectory.appendingPath("atom.xml")) == nil
      isFull = request.isFull
      hasOtherRendering = state.lastPublication?.rendering != rules.rendering
      hasOtherModel = state.lastPublication?.merging.map { $0 != rules.merging } ?? false
      isAll = isAnew || isFull || hasOtherRendering
    }
  }

  /// Why it is made.
  var cause: Cause
  /// Whether there is anything to publish.
  var hasNews = false
  /// The feeds, the main one first.
  var items: [Item] = []
  /// Feeds that the settings do not define any more, as they are remembered from now on.
  var undefined: [FeedRecord] = []
  /// The new archive documents.
  var archives: [PublicationRecord.Archive] = []
  /// The archive documents that are there already and are made again.
  var archivesAgain: [PublicationRecord.Archive] = []
  /// The publications that were decided before and are not known to be visible.
  var leftOver: [PublicationRecord] = []
  /// When the last publication was that is lost now; nil while what was published is there.
  var lostAt: Date?
  /// This publication; nil if there is nothing to publish but what is left over.
  var publication: PublicationRecord?

  /// The records that remember it.
  var records: [StateRecord] {
    guard let publication else { return [] }
    return items.filter(\.isRendered).map { .feed($0.record) } + undefined.map { .feed($0) }
      + [.publication(publication)]
  }

  /// Whether every document is written, now or since a publication that did so was cut short.
  var isWhole: Bool { cause.isAll || leftOver.contains { $0.isWhole == true } }

  /// Whether anything is to be written.
  var isPrinted: Bool { hasNews || !leftOver.isEmpty }
}
