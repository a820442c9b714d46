import Feeds
import FoundationEssentials
import NewsModel
import Stories

/// The stories of days, from the open state and from those documents of the archive that reach into
/// a day, and the days that have a page.
///
/// What it keeps is only kept from being read twice: the same state gives the same lists.
struct DayLists {
  /// The days that have a page; nil until they were looked up.
  private(set) var days: Set<SiteDay>?
  /// The stories of archive documents that were read last, by the number of the document, which is
  /// never given to another one.
  private var archived: [Int: [ListedStory]] = [:]
  /// The numbers of those documents, the one used last at the end.
  private var order: [Int] = []

  /// The open stories of each day, while a publication needs many days.
  private var openByDay: [SiteDay: [EntryID]]?

  /// The most documents that are kept. Late reports come for the same few days, and 16 documents
  /// have some 8,000 articles.
  private static let limit = 16

  /// The days whose stories a publication changes.
  static func changed(by scope: PublicationScope, _ composed: ComposedChanges, in view: MemoryView)
    -> Set<SiteDay>
  {
    var days: Set<SiteDay> = []
    for id in scope.stories + composed.retitled {
      if let story = view.story(id) { days.insert(SiteDay(story.published)) }
    }
    for id in scope.retired {
      if let story = view.ledger.retired[id] { days.insert(SiteDay(story.published)) }
    }
    return days
  }

  /// Looks up the days that have a page.
  ///
  /// - Throws: `FileError` if the folder of days cannot be read.
  mutating func find(in published: PublishedDocuments) throws(FileError) -> Set<SiteDay> {
    if let days { return days }
    var found: Set<SiteDay> = []
    for name in try published.names(in: DayPages.folder) {
      guard let day = SiteDay(name) else { continue }
      if try published.contains(DayPages.path(of: day)) { found.insert(day) }
    }
    days = found
    return found
  }

  /// Remembers the days that have a page from now on; nil looks them up again.
  mutating func set(_ days: Set<SiteDay>?) {
    self.days = days
    openByDay = nil
  }

  /// The days of all stories, open and archived.
  ///
  /// One archive document after the other is read.
  ///
  /// - Returns: The days, and whether every document could be read.
  mutating func all(
    in memory: inout SiteMemory, _ opening: ArchiveOpening
  ) throws -> (days: Set<SiteDay>, isCertain: Bool) {
    var days = Set(memory.state.ledger.stories.values.map { SiteDay($0.published) })
    var isCertain = true
    for record in memory.archive.records.values.sorted(by: { $0.number < $1.number }) {
      opening.world.reach(.render)
      try opening.world.stopIfAsked()
      guard let stories = stories(of: record, in: &memory, opening) else {
        isCertain = false
        continue
      }
      for story in stories { days.insert(SiteDay(story.published)) }
    }
    return (days, isCertain)
  }

  /// The stories of a day in the open state and in the archive.
  ///
  /// - Returns: The stories in the order of the day; nil if a document that may have some of them
  ///   cannot be read, for what cannot be read was not withdrawn.
  mutating func stories(
    of day: SiteDay, in memory: inout SiteMemory, _ opening: ArchiveOpening
  ) -> [ListedStory]? {
    let view = memory.view
    var found = open(of: day, in: view).map { Self.listed($0, in: view) }
    let records = memory.archive.records.values.filter { $0.from < day.end && day.start <= $0.to }
    for record in records.sorted(by: { $0.number < $1.number }) {
      guard let stories = stories(of: record, in: &memory, opening) else { return nil }
      found += stories.filter { SiteDay($0.published) == day }
    }
    return found.sorted(by: ListedStory.isEarlier)
  }

  /// Sorts the open stories by day once, for a publication that needs many days.
  mutating func sortOpen(_ view: MemoryView) {
    openByDay = Dictionary(grouping: view.ledger.stories.values) { SiteDay($0.published) }
      .mapValues { $0.map(\.id) }
  }

  private func open(of day: SiteDay, in view: MemoryView) -> [Story] {
    if let openByDay {
      return (openByDay[day] ?? []).compactMap { view.ledger.stories[$0] }
    }
    return view.ledger.stories.values.filter {
      day.start <= $0.published && $0.published < day.end
    }
  }

  private mutating func stories(
    of record: ArchiveRecord, in memory: inout SiteMemory, _ opening: ArchiveOpening
  ) -> [ListedStory]? {
    order.removeAll { $0 == record.number }
    order.append(record.number)
    if let known = archived[record.number] { return known }
    guard let contents = opening.contents(of: record, stage: .render, in: &memory) else {
      return nil
    }
    let view = memory.view.looking(at: contents)
    let stories = contents.compactMap { item in
      if case .story(let story) = item { Self.listed(story, in: view) } else { nil }
    }
    archived[record.number] = stories
    while order.count > Self.limit { archived[order.removeFirst()] = nil }
    return stories
  }

  /// A story as lists show it.
  static func listed(_ story: Story, in view: MemoryView) -> ListedStory {
    let articles = story.articles.compactMap { view.article($0)?.article }
      .sorted { ($0.published, $0.id) < ($1.published, $1.id) }
    var outlets: [String] = []
    for article in articles where !outlets.contains(article.outlet) {
      outlets.append(article.outlet)
    }
    return ListedStory(
      slug: story.slug, title: story.title,
      language: articles.first { $0.title == story.title }?.language, published: story.published,
      updated: story.updated, outlets: outlets)
  }
}
