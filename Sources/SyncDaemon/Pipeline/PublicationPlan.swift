import Feeds
import FoundationEssentials
import NewsModel

/// The plan of one publication: what each feed will show, what moves to archives, which pages are
/// written.
struct PublicationPlan {
  /// One feed.
  struct Item {
    let definition: FeedDefinition
    /// The feed's new record.
    var record: FeedRecord
    /// Whether its documents are to be rendered.
    var isRendered: Bool
  }

  /// The reasons for a publication.
  struct Cause {
    /// Whether the published documents are gone, so that archives are made again, too.
    var isAnew = false
    /// Whether every document is to be rendered.
    var isAll = false
    /// Whether archive documents are made again if they show another extent of text than the
    /// settings say.
    var isFull = false
    /// Whether the merge model differs from that of the last publication.
    var hasOtherModel = false
    /// Whether the settings or pins differ from those of the last publication.
    var hasOtherRendering = false

    /// A publication that only finishes an earlier one.
    init() {}

    /// Finds the reasons for a publication.
    ///
    /// - Throws: `FileError` if it is not known whether anything is published.
    init(
      _ request: SyncRequest, _ rules: SiteRules, _ state: SyncState, _ world: PassWorld
    ) throws(FileError) {
      // At the beginning, or if the published documents were removed.
      isAnew = try !world.published.contains(AtomFormat().fileName)
      isFull = request.isFull
      hasOtherRendering = state.lastPublication?.rendering != rules.rendering
      hasOtherModel = state.lastPublication?.merging.map { $0 != rules.merging } ?? false
      isAll = isAnew || isFull || hasOtherRendering
    }
  }

  /// The reasons for it.
  var cause: Cause
  /// Whether there is anything to publish.
  var hasNews = false
  /// The feeds, the main one first.
  var items: [Item] = []
  /// Feeds that the settings no longer define, with their new records.
  var undefined: [FeedRecord] = []
  /// The new archive documents.
  var archives: [PublicationRecord.Archive] = []
  /// The existing archive documents that are made again.
  var archivesAgain: [PublicationRecord.Archive] = []
  /// Earlier publications that were decided and may not be visible.
  var leftOver: [PublicationRecord] = []
  /// The time of the last publication, if its documents are lost; else nil.
  var lostAt: Date?
  /// The new publication; nil if only earlier ones are left to publish.
  var publication: PublicationRecord?

  /// The state records of the plan.
  var records: [StateRecord] {
    guard let publication else { return [] }
    return items.filter(\.isRendered).map { .feed($0.record) } + undefined.map { .feed($0) }
      + [.publication(publication)]
  }

  /// Whether every document is written, for this publication or for an earlier one that was cut
  /// short.
  var isWhole: Bool { cause.isAll || leftOver.contains { $0.isWhole == true } }

  /// Whether anything is to be written.
  var isPrinted: Bool { hasNews || !leftOver.isEmpty }
}
