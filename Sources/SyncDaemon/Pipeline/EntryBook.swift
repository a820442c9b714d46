import FoundationEssentials
import NewsModel
import Stories

/// The entries that feeds show, each composed once, and the newest `updated`.
struct EntryBook {
  private(set) var entries: [EntryID: Entry] = [:]
  private var clock = UpdatedClock()
  /// The newest `updated` of all stories, from which the age of a window counts.
  private(set) var newest: Date?
  /// The articles behind the entries of feeds that are not merged; empty until such a feed needs
  /// it.
  private var articleOfEntry: [EntryID: ArticleID] = [:]

  /// Makes a book without entries.
  init() {}

  /// Makes a book that knows the `updated` of the remembered stories.
  init(_ view: MemoryView) {
    clock = UpdatedClock(view.ledger.stories.values.map { ($0.id, $0.updated) })
    newest = view.ledger.stories.values.map(\.updated).max()
  }

  // Compose.

  /// The stage compose: composes the entries of changed stories, and decides which changes readers
  /// are told of.
  ///
  /// - Parameters:
  ///   - changes: The changes of stories.
  ///   - delta: The changes of articles.
  ///   - view: The state, with both kinds of changes in it.
  ///   - retitlesAll: Whether other settings and pins may give every story another title.
  ///   - rules: The rules.
  ///   - world: The clock, and the receiver of progress.
  /// - Returns: The entries and dates that are new.
  mutating func compose(
    _ changes: [StoryChange], _ delta: ArticleDelta, in view: MemoryView, retitlesAll: Bool,
    rules: SiteRules, world: PassWorld
  ) async -> ComposedChanges {
    var composed = ComposedChanges()
    // The entry of a renamed article keeps the id that it had under its former article id.
    composed.articles = delta.changed.union(
      delta.gone.keys.filter { view.open.renamed[$0]?.first == nil })
    let closing = rules.closingDate(newest: newest)
    var lostNewest = false
    let living = changes.filter { $0.kind != .removed }.map(\.story)
    var compositions = await rules.compositions(of: living, in: view) { world.reach(.compose) }[...]
    for change in changes {
      world.reach(.compose)
      if change.kind == .removed {
        composed.retired.insert(change.story.id)
        lostNewest = lostNewest || change.story.updated == newest
        forget(change.story)
      } else {
        guard let composition = compositions.popFirst() else { continue }
        note(composition, of: change, delta, view, closing: closing, world, &composed)
      }
      composed.summary.append(
        .init(
          kind: change.kind.rawValue, id: change.story.id,
          title: entries[change.story.id]?.title ?? change.story.title,
          survivor: change.survivor,
          articles: change.kind == .removed ? 0 : change.story.articles.count))
    }
    composed.noteDates(delta, in: view.ledger)
    if retitlesAll { retitle(&composed, view, rules, world) }
    let revised = Dictionary(
      composed.revisions.map { ($0.id, $0.updated) }, uniquingKeysWith: { $1 })
    if lostNewest {
      newest = view.ledger.stories.values.map { revised[$0.id] ?? $0.updated }.max()
    } else if let latest = revised.values.max() {
      newest = max(newest ?? latest, latest)
    }
    return composed
  }

  private mutating func note(
    _ composition: Composition, of change: StoryChange, _ delta: ArticleDelta, _ view: MemoryView,
    closing: Date?, _ world: PassWorld, _ composed: inout ComposedChanges
  ) {
    let story = change.story
    composed.changed.insert(story.id)
    let old = EntrySubstance(stored: story.substance)?.renaming(delta.renamed)
    let substance = old.map(composition.substance.remembering) ?? composition.substance
    let updated: Date
    switch change.kind {
    case .created, .returned:
      let telling = lastTelling(composition.entry) ?? story.published
      updated =
        change.kind == .created
        ? clock.first(story.id, date: telling)
        : clock.next(story.id, previous: story.updated, cause: telling)
      composed.begun.insert(story.id)
      composed.announced.insert(story.id)
    default:
      let isClosed = closing.map { story.updated < $0 } ?? false
      // Bytes that are only read differently are no news to a reader.
      let rewritten = delta.changed.subtracting(delta.reread).union(change.joined)
      if !isClosed, let news = old.flatMap({ substance.change(from: $0, changed: rewritten) }) {
        updated = clock.next(
          story.id, previous: story.updated, cause: date(of: news, view, world))
        composed.announced.insert(story.id)
      } else {
        updated = story.updated
      }
    }
    var entry = composition.entry
    entry.updated = updated
    entries[story.id] = entry
    composed.revisions.append(
      .init(id: story.id, title: entry.title, updated: updated, substance: substance.stored))
  }

  /// Gives open stories the titles that changed settings and pins call for; every document shows
  /// them from now on.
  private mutating func retitle(
    _ composed: inout ComposedChanges, _ view: MemoryView, _ rules: SiteRules, _ world: PassWorld
  ) {
    for id in view.ledger.stories.keys.sorted() where !composed.changed.contains(id) {
      world.reach(.compose)
      guard let story = view.story(id), let entry = entry(of: id, in: view, rules),
        entry.title != story.title
      else { continue }
      composed.retitled.insert(id)
      composed.revisions.append(
        .init(
          id: id, title: entry.title, updated: story.updated, substance: story.substance))
    }
  }

  /// The date of the newest article that is more than a repost.
  private func lastTelling(_ entry: Entry) -> Date? {
    entry.coverage.filter { $0.relation == .canonical || $0.relation == .independent }
      .map(\.published).max()
  }

  /// The date of the article that caused a change. For a changed text it is the date of the change,
  /// if the article states one.
  private func date(of news: SubstanceChange, _ view: MemoryView, _ world: PassWorld) -> Date? {
    guard let article = view.article(news.cause)?.article else { return nil }
    return max(
      article.published, article.modified.map { min($0, world.now()) } ?? article.published)
  }

  // Look up.

  /// The entry of a story, from memory or composed.
  ///
  /// - Returns: Nil if the story has ended, or if none of its articles is remembered.
  func entry(of id: EntryID, in view: MemoryView, _ rules: SiteRules) -> Entry? {
    if let entry = entries[id] { return entry }
    guard let story = view.story(id), story.articles.contains(where: { view.article($0) != nil })
    else { return nil }
    return rules.composition(of: story, in: view).entry
  }

  /// The article behind the entry of a feed that is not merged.
  func article(of id: EntryID, in view: MemoryView) -> Article? {
    articleOfEntry[id].flatMap { view.article($0)?.article }
  }

  /// The entry of one article, for feeds that are not merged.
  func articleEntry(of id: EntryID, in view: MemoryView, _ rules: SiteRules) -> Entry? {
    guard let article = article(of: id, in: view) else { return nil }
    return rules.articleEntries(in: view).entry(
      of: article, storySlug: view.ledger.story(of: article.id)?.slug)
  }

  /// The `updated` of an entry, of a story or of an article.
  func updated(of id: EntryID, in view: MemoryView, _ rules: SiteRules) -> Date? {
    view.ledger.stories[id]?.updated
      ?? article(of: id, in: view).map { rules.articleEntries(in: view).updated(of: $0) }
  }

  /// The ids of the entries of all articles, if some feed is not merged.
  var articleEntries: Set<EntryID> { Set(articleOfEntry.keys) }

  // Keep.

  /// Finds the articles behind the entries of feeds that are not merged, unless no feed needs them
  /// or they were found before.
  ///
  /// - Parameters:
  ///   - changed: Articles that are new, changed or gone since they were found.
  ///   - view: What is remembered.
  ///   - rules: The rules.
  mutating func findArticles(
    _ changed: Set<ArticleID> = [], in view: MemoryView, _ rules: SiteRules
  ) {
    guard rules.hasArticleFeeds else { return }
    let mint = rules.articleEntries(in: view)
    if articleOfEntry.isEmpty {
      for id in view.open.articles.keys { articleOfEntry[mint.id(of: id)] = id }
    }
    for id in changed { articleOfEntry[mint.id(of: id)] = id }
  }

  /// Keeps an entry, so that it is composed only once.
  mutating func keep(_ entry: Entry) { entries[entry.id] = entry }

  /// Drops the entries that no feed shows.
  mutating func keepOnly(_ shown: Set<EntryID>) {
    entries = entries.filter { shown.contains($0.key) }
  }

  /// Adds stories that came back from the archive.
  mutating func remember(_ stories: [Story]) {
    guard !stories.isEmpty else { return }
    for story in stories { clock.remember(story.id, updated: story.updated) }
    articleOfEntry = [:]
  }

  /// Drops a story that was withdrawn, folded into another or archived.
  mutating func forget(_ story: Story) {
    entries[story.id] = nil
    clock.forget(story.id, updated: story.updated)
  }

  /// Drops the list of articles, because some of them were archived.
  mutating func forgetArticles() { articleOfEntry = [:] }

  /// Drops everything that was composed under former settings and pins.
  mutating func forgetEntries() {
    entries = [:]
    articleOfEntry = [:]
  }
}
