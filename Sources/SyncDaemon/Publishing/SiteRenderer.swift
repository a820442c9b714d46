import Feeds
import FoundationEssentials
import NewsModel
import Stories

/// The stage render: entries become documents. Pure.
struct SiteRenderer {
  let settings: Settings
  /// The instant before which a story is closed; nil while there is none.
  let cutoff: Date?

  /// The version of what documents look like; raised with every change of them, so that pages are rendered anew.
  static let version = 4

  /// What documents depend on besides the articles.
  static func fingerprint(of settings: Settings, pins: Pins) -> String {
    var relevant = settings
    // None of these is in a document.
    relevant.articles = []
    relevant.listen = ""
    relevant.settle = .zero
    relevant.rescan = .zero
    relevant.poll = .zero
    relevant.watch = .auto
    relevant.publishInterval = .zero
    relevant.largestFile = 0
    relevant.resyncTokenFile = nil
    relevant.archiveAfter = nil
    relevant.pruneAfter = nil
    return ContentDigest("\(version) \(relevant) \(pins)").hex(digits: 16)
  }

  /// The path of a story's page, relative to `public/`.
  func pagePath(slug: String) -> String { FeedAddress.pagePath(slug: slug) }

  /// The address of a story's page.
  func link(slug: String) -> String { "\(settings.baseURL)stories/\(slug)/" }

  /// The page of a story and the document with its identity.
  func story(_ story: Story, entry: Entry, state: SyncState) -> [FeedDocument] {
    let members = story.articles.compactMap { id -> PublishedStory.Member? in
      guard let article = state.articles[id]?.article else { return nil }
      return PublishedStory.Member(
        id: id, outlet: article.outlet, title: article.title, url: article.url,
        published: article.published, isPlaced: state.placed[id] != nil)
    }
    return [
      StoryPage(site: pageSite).document(of: entry),
      identity(
        PublishedStory(
          story: story, articles: members,
          formerDates: formerDates(story.decisions, but: story.articles, state)),
        slug: story.slug,
        lastModified: entry.updated),
    ]
  }

  /// What is at the address of a story that is no more.
  func retired(_ story: RetiredStory, survivor: Story?, state: SyncState) -> [FeedDocument] {
    let tombstone = tombstone(story, survivor: survivor)
    let page =
      survivor == nil
      ? GonePage(site: pageSite).document(of: tombstone)
      : MovedPage(site: pageSite).document(of: tombstone)
    return [
      page,
      identity(
        PublishedStory(
          retired: story, articles: [],
          formerDates: formerDates(story.decisions, but: [], state)),
        slug: story.slug,
        lastModified: story.when),
    ]
  }

  /// The dates that articles were given which a story's history names and which are not in it: one that is gone and comes
  /// back keeps its date, though the state be lost between.
  private func formerDates(
    _ decisions: [Decision], but members: [ArticleID], _ state: SyncState
  ) -> [PlacedDate]? {
    let named = Set(decisions.compactMap(\.article)).subtracting(members)
    let dates = named.sorted().compactMap { state.placed[$0] }
    return dates.isEmpty ? nil : dates
  }

  private func identity(
    _ published: PublishedStory, slug: String, lastModified: Date
  ) -> FeedDocument {
    FeedDocument(
      path: "stories/\(slug)/story.json", mediaType: "application/json",
      bytes: published.encoded(), lastModified: lastModified)
  }

  /// What all pages share.
  private var pageSite: Feeds.Site {
    Feeds.Site(
      title: settings.title, subtitle: settings.subtitle, baseURL: settings.baseURL,
      language: settings.language, author: settings.author, textExtent: settings.text,
      feeds: FeedDefinition.all(settings).map {
        FeedListing(name: $0.name, title: $0.title, language: settings.language)
      })
  }

  /// A feed, ready to be rendered in every format.
  func feed(
    _ definition: FeedDefinition, entries: [Entry], tombstones: [Tombstone],
    archive: ArchivePosition
  ) -> Feed {
    let firstDay = Timestamp.rfc3339(
      (settings.idDate + "-01-01").prefix(10) + "T00:00:00Z")
    return Feed(
      name: definition.name, title: definition.title, subtitle: settings.subtitle,
      id: "tag:\(settings.idAuthority),\(settings.idDate):feed/\(definition.name)",
      baseURL: settings.baseURL, language: settings.language ?? mostSpoken(entries),
      updated: entries.first?.updated ?? firstDay ?? Date(timeIntervalSince1970: 0),
      author: settings.author, entries: entries, tombstones: tombstones, hubs: settings.hubs,
      textExtent: definition.text, minutesToLive: settings.minutesToLive, archive: archive)
  }

  /// The language of most entries; of equally many the first by name.
  private func mostSpoken(_ entries: [Entry]) -> String? {
    var counts: [String: Int] = [:]
    for language in entries.compactMap(\.language) { counts[language, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
  }

  /// What has gone from the main window lately, the newest first.
  ///
  /// As long as the entry would have been in the window (FEED-CHECKLIST E14), and until an archive document announces
  /// it, too.
  func tombstones(of ledger: StoryLedger, unannounced: [EntryID]) -> [Tombstone] {
    let unannounced = Set(unannounced)
    // Keys alone are sorted: whole records took a tenth of a publication with 1,500 of them (2026-11-22, perf).
    return ledger.retired.values.lazy
      .filter { retired in
        unannounced.contains(retired.id) || cutoff.map { retired.updated >= $0 } ?? false
      }
      .map { (when: $0.when, id: $0.id) }
      .sorted { ($1.when, $1.id) < ($0.when, $0.id) }
      // The unannounced ones are no more than the window's entries, nor are those that were announced of late.
      .prefix(2 * settings.window.entries)
      .compactMap { tombstone(of: ledger)($0.id) }
  }

  /// What announces a retired story; nil for one that has come back.
  func tombstone(of ledger: StoryLedger) -> (EntryID) -> Tombstone? {
    { id in
      ledger.retired[id].map { retired in
        tombstone(
          retired, survivor: ledger.resolve(retired.id).flatMap { ledger.stories[$0] })
      }
    }
  }

  private func tombstone(_ retired: RetiredStory, survivor: Story?) -> Tombstone {
    Tombstone(
      id: retired.id, slug: retired.slug, when: retired.when, survivor: survivor?.id,
      survivorLink: survivor.map { link(slug: $0.slug) }, title: retired.title)
  }

  /// Renders a feed, or one archive document of it, taking what did not change from the last time.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - caches: What is remembered of its entries, by the name of the format; empty at first.
  /// - Returns: A document for each format.
  func documents(of feed: Feed, caches: inout [String: FragmentCache]) -> [FeedDocument] {
    FeedFormats.all.map {
      caches[$0.name, default: FragmentCache()].document(of: feed, as: $0)
    }
  }

  /// The pages of a site with these feeds, the main one first.
  func pages(main: Feed, feeds: [Feed]) -> SitePages {
    SitePages(site: Feeds.Site(main: main, further: feeds.dropFirst().map { FeedListing($0) }))
  }

  /// Checks documents; those that do not pass are reported and not published.
  ///
  /// - Parameters:
  ///   - documents: What was rendered.
  ///   - passed: By the path of a feed, the entries that passed in its last version, and then those of this one.
  ///   - isTaken: Whether an id was given to a story.
  ///   - onDocument: Called after each document.
  ///   - report: Where the faults go.
  /// - Returns: For each document the same, taken apart if it is a feed; nil if it did not pass.
  func checked(
    _ documents: [FeedDocument], passed: inout [String: CheckedEntries],
    isTaken: @escaping @Sendable (EntryID) -> Bool, onDocument: () -> Void,
    report: inout SyncReport
  ) async -> [FeedDocument?] {
    let ofArticles = "tag:\(settings.idAuthority),\(settings.idDate):article/"
    let check = DocumentCheck { isTaken($0) || $0.rawValue.hasPrefix(ofArticles) }
    /// What passed; of what is no window nobody asks again.
    typealias Outcome = Result<(document: FeedDocument, window: CheckedEntries?), DocumentError>
    let outcomes = await documents.concurrentMap(onEach: onDocument) { [passed] document in
      Outcome { () throws(DocumentError) in
        var document = document
        document.takeApart()
        // The entries of an archive document were in the window before.
        let window = FeedAddress.subscriptionPath(of: document.path)
        var passed = passed[window] ?? CheckedEntries()
        try check.check(document, passed: &passed)
        return (document, window == document.path && document.slices != nil ? passed : nil)
      }
    }
    return outcomes.map { outcome in
      switch outcome {
      case .success(let (document, window)):
        if let window { passed[document.path] = window }
        return document
      case .failure(let error):
        report.refused.append("\(error)")
        return nil
      }
    }
  }
}
