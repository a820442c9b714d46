import Feeds
import FoundationEssentials
import NewsModel
import Stories

/// The stage render: makes documents from entries. Pure.
struct SiteRenderer {
  let settings: Settings
  /// The instant before which a story is closed; nil while there is none.
  let cutoff: Date?

  /// The version of the look of documents. It is raised with every change of it, so that pages are
  /// rendered again.
  static let version = 6

  /// The digest of everything but the articles that documents depend on.
  static func fingerprint(of settings: Settings, pins: Pins) -> String {
    var digest = KeyedDigest("rendering", version: version)
    digest.add("title", settings.title)
    digest.add("subtitle", settings.subtitle)
    digest.add("base_url", settings.baseURL)
    digest.add("language", settings.language)
    digest.add("author", settings.author.name)
    digest.add("author_email", settings.author.email)
    digest.add("author_url", settings.author.url)
    digest.add("window_entries", settings.window.entries)
    digest.add("window_age", settings.window.age)
    digest.add("text", settings.text.rawValue)
    digest.add("quoted_sentences", settings.quotedSentences)
    digest.add("quoted_characters", settings.quotedCharacters)
    digest.add("id_authority", settings.idAuthority)
    digest.add("id_date", settings.idDate)
    digest.add("hub", all: settings.hubs)
    digest.add("minutes_to_live", settings.minutesToLive)
    digest.add(
      "largest_document",
      settings.largestDocument == Settings().largestDocument ? nil : settings.largestDocument)
    digest.add("static_host", all: settings.staticHosts.map(\.rawValue))
    for source in settings.sources {
      digest.add("source", source.name)
      digest.add("source_feed", source.feed)
      digest.add("source_text", source.text?.rawValue)
      digest.add("source_rank", source.rank)
    }
    for feed in settings.feeds {
      digest.add("feed", feed.name)
      digest.add("feed_title", feed.title)
      digest.add("feed_source", all: feed.sources)
      digest.add("feed_tag", all: feed.tags)
      digest.add("feed_language", all: feed.languages)
      digest.add("feed_words", all: feed.words)
      digest.add("feed_merged", feed.isMerged)
      digest.add("feed_text", feed.text?.rawValue)
      digest.add("feed_exclude_source", all: feed.exclude.sources)
      digest.add("feed_exclude_tag", all: feed.exclude.tags)
      digest.add("feed_exclude_language", all: feed.exclude.languages)
      digest.add("feed_exclude_words", all: feed.exclude.words)
      digest.add("feed_min_sources", feed.leastSources > 1 ? feed.leastSources : nil)
      digest.add("feed_window_entries", feed.windowEntries)
      if let age = feed.windowAge { digest.add("feed_window_age", age) }
      digest.add("feed_link", feed.link == .story ? nil : feed.link.rawValue)
    }
    for list in pins.together { digest.add("together", list.joined(separator: "\u{1F}")) }
    for list in pins.apart { digest.add("apart", list.joined(separator: "\u{1F}")) }
    digest.add("lead", all: pins.lead)
    for title in pins.titles {
      digest.add("title_of", title.article)
      digest.add("pinned_title", title.title)
    }
    return digest.hex(digits: 16)
  }

  /// The path of a story's page, relative to `public/`.
  func pagePath(slug: String) -> String { FeedAddress.pagePath(slug: slug) }

  /// The address of a story's page.
  func link(slug: String) -> String { "\(settings.baseURL)stories/\(slug)/" }

  /// The page of a story and the document with its identity.
  func story(_ story: Story, entry: Entry, in view: MemoryView) -> [FeedDocument] {
    let members = story.articles.compactMap { id -> PublishedStory.Member? in
      guard let article = view.article(id)?.article else { return nil }
      return PublishedStory.Member(
        id: id, outlet: article.outlet, title: article.title, url: article.url,
        language: article.language,
        published: article.published,
        isPlaced: view.open.placed[id]?.date == article.published)
    }
    let renamed = view.open.renames(to: story.articles)
    return [
      StoryPage(site: pageSite).document(of: entry),
      identity(
        PublishedStory(
          story: story, articles: members,
          formerDates: formerDates(story.decisions, members, view),
          renamed: renamed.isEmpty ? nil : renamed),
        slug: story.slug,
        lastModified: entry.updated),
    ]
  }

  /// Renders the page at the address of a retired story.
  func retired(_ story: RetiredStory, survivor: Story?, in view: MemoryView) -> [FeedDocument] {
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
          formerDates: formerDates(story.decisions, [], view)),
        slug: story.slug,
        lastModified: story.when),
    ]
  }

  /// The dates given to former articles that a story's history names, and to those members that
  /// have stated an earlier one since. If such an article comes back, or states none any more, it
  /// keeps its date, even if state was lost meanwhile.
  private func formerDates(
    _ decisions: [Decision], _ members: [PublishedStory.Member], _ view: MemoryView
  ) -> [PlacedDate]? {
    let named = Set(decisions.compactMap(\.article) + members.map(\.id))
      .subtracting(members.filter(\.isPlaced).map(\.id))
    let dates = named.sorted().compactMap { view.open.placed[$0] }
    return dates.isEmpty ? nil : dates
  }

  private func identity(
    _ published: PublishedStory, slug: String, lastModified: Date
  ) -> FeedDocument {
    FeedDocument(
      path: "stories/\(slug)/story.json", mediaType: "application/json",
      bytes: published.encoded(), lastModified: lastModified)
  }

  /// The site as all pages describe it.
  private var pageSite: SiteDescription {
    SiteDescription(
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
      textExtent: definition.text, link: definition.link,
      minutesToLive: settings.minutesToLive, archive: archive)
  }

  /// The language of most entries; of two that are equally frequent, the first by name.
  private func mostSpoken(_ entries: [Entry]) -> String? {
    var counts: [String: Int] = [:]
    for language in entries.compactMap(\.language) { counts[language, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key
  }

  /// The tombstones of what has gone from a feed's window lately, the newest first.
  ///
  /// A tombstone stays as long as the entry would have been in the window, so that every reader
  /// that shows the entry sees it, and until an archive document announces it.
  func tombstones(
    of ledger: StoryLedger, unannounced: [EntryID], in window: FeedWindow
  ) -> [Tombstone] {
    let unannounced = Set(unannounced)
    // The feed's own window may reach farther back than that of the site, or less far.
    let difference = settings.window.age.components.seconds - window.size.age.components.seconds
    let cutoff = cutoff.map { $0 + Double(difference) }
    // Keys alone are sorted: whole records took a tenth of a publication with 1,500 of them
    // (`perf`, 2026-11-22).
    return ledger.retired.values.lazy
      .filter { retired in
        unannounced.contains(retired.id) || cutoff.map { retired.updated >= $0 } ?? false
      }
      .map { (when: $0.when, id: $0.id) }
      .sorted { ($1.when, $1.id) < ($0.when, $0.id) }
      // At most as many as the window has entries are unannounced, and as many were announced
      // lately.
      .prefix(2 * window.size.entries)
      .compactMap { tombstone(of: ledger)($0.id) }
  }

  /// Makes the tombstone of a retired story; nil for one that has come back.
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

  /// Renders what static hosts are told of the site.
  func hostingDocuments(of ledger: StoryLedger, lastModified: Date) -> [FeedDocument] {
    guard !settings.staticHosts.isEmpty else { return [] }
    // Keys alone are sorted, as for tombstones.
    let latest = ledger.retired.values.lazy.map { (when: $0.when, id: $0.id) }
      .sorted { ($1.when, $1.id) < ($0.when, $0.id) }.prefix(HostingDocuments.mostRetired)
    let hosting = HostingDocuments(
      site: pageSite, minutesToLive: settings.minutesToLive,
      retired: latest.compactMap { tombstone(of: ledger)($0.id) })
    return settings.staticHosts.flatMap {
      hosting.documents(for: $0, lastModified: lastModified)
    }
  }

  /// Renders a feed, or one archive document of it, and takes unchanged entries from the last time.
  ///
  /// - Parameters:
  ///   - feed: The feed.
  ///   - caches: The rendered entries, by the name of the format; empty at first.
  /// - Returns: A document for each format.
  func documents(of feed: Feed, caches: inout [String: FragmentCache]) -> [FeedDocument] {
    FeedFormats.all.map {
      caches[$0.name, default: FragmentCache()].document(of: feed, as: $0)
    }
  }

  /// The pages of a site with these feeds, the main one first.
  func pages(main: Feed, feeds: [Feed]) -> SitePages {
    SitePages(site: SiteDescription(main: main, further: feeds.dropFirst().map { FeedListing($0) }))
  }

  /// The pages of a day, and its addresses for search engines.
  func pages(
    of day: SiteDay, _ stories: [ListedStory], in calendar: SiteCalendar
  ) -> [FeedDocument] {
    DayPages(site: pageSite).documents(
      of: day, stories, previous: calendar.day(before: day), next: calendar.day(after: day))
      + [Sitemap(site: pageSite).document(of: day, stories)]
  }

  /// The indices of days, and the paths of years that have none.
  func pages(
    of calendar: SiteCalendar, years: Set<Int>
  ) -> (documents: [FeedDocument], removed: [String]) {
    let pages = CalendarPages(site: pageSite)
    var documents: [FeedDocument] = []
    var removed: [String] = []
    for year in years.sorted() {
      if let page = pages.document(year: year, calendar.days) {
        documents.append(page)
      } else {
        removed.append(CalendarPages.path(year: year))
      }
    }
    documents += [pages.index(calendar.days), Sitemap(site: pageSite).index(calendar.days)]
    return (documents, removed)
  }

  /// Checks documents; those that do not pass are not to be published.
  ///
  /// - Parameters:
  ///   - documents: The rendered documents.
  ///   - passed: By the path of a feed, the entries that passed in its last version, and then those
  ///     of this one.
  ///   - isTaken: Whether an id was given to a story.
  ///   - onDocument: Called after each document.
  /// - Returns: For each document itself, parsed if it is a feed, or the error.
  func checked(
    _ documents: [FeedDocument], passed: inout [String: CheckedEntries],
    isTaken: @escaping @Sendable (EntryID) -> Bool, onDocument: () -> Void
  ) async -> [Result<FeedDocument, DocumentError>] {
    let ofArticles = "tag:\(settings.idAuthority),\(settings.idDate):article/"
    let check = DocumentCheck { isTaken($0) || $0.rawValue.hasPrefix(ofArticles) }
    /// A document that passed, or its error. The checked entries are kept for subscription
    /// documents only.
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
        return .success(document)
      case .failure(let error):
        return .failure(error)
      }
    }
  }
}
