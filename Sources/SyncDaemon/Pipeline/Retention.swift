import FoundationEssentials
import NewsModel
import Stories

/// Chooses the articles that are old enough for the archive, as whole sets of articles that share a
/// group, a file or a story.
///
/// Pure. The sets are closed: no article that stays shares a group, a file or a story with one that
/// goes. So the grouping of the others gives the same stories without them. A set comes back whole
/// when an article arrives that might belong to it.
struct Retention {
  /// The state.
  let state: SyncState
  /// Sets of articles that are grouped with one another.
  var components: [[ArticleID]] = []
  /// The instant that decides: a set whose last date is later stays open.
  let boundary: Date
  /// Articles that stay whatever their age: those that pins name.
  let kept: Set<ArticleID>
  /// Entries that stay whatever their age: those that feeds show or have yet to announce as gone.
  let shown: Set<EntryID>
  /// The id of an article's own entry, if some feed is not merged.
  let ownEntry: (ArticleID) -> EntryID?

  /// The least number of articles in a document before the next one begins.
  ///
  /// A whole document is read when a late article arrives. If the article belongs to it, it stays
  /// in memory until the next look at all files: some 2 MB. Smaller documents would give a small
  /// site a file for each day.
  static let articlesPerDocument = 500

  /// Whether there is an article that may go, if none that it goes with keeps it.
  var hasOldArticles: Bool {
    state.articles.values.contains { record in
      record.article.published < boundary
        && lastDate(of: [record.id]).map { $0 < boundary } == true
    }
  }

  /// The contents of each new archive document, the oldest first.
  func documents() -> [[ArticleID]] {
    var documents: [[ArticleID]] = []
    var open: [ArticleID] = []
    for set in closedSets() {
      open += set
      if open.count >= Self.articlesPerDocument {
        documents.append(open)
        open = []
      }
    }
    if !open.isEmpty { documents.append(open) }
    return documents
  }

  /// The records of one document, and those of its stories that retired ids lead to.
  func contents(
    of articles: [ArticleID]
  ) -> (records: [StateRecord], survivors: [ArchiveRecord.Survivor]) {
    let records = articles.sorted().compactMap { state.articles[$0] }
    // A file that is a window of a feed stays open: the next articles come by it.
    let paths = Set(records.flatMap { $0.versions.map(\.path) })
      .filter { state.files[$0]?.isWindow != true }
    let stories = Set(articles.compactMap { state.ledger.story(of: $0)?.id }).sorted()
      .compactMap { state.ledger.stories[$0] }
    let survivors = stories.filter { !state.ledger.aliases(of: $0.id).isEmpty }
      .map { ArchiveRecord.Survivor(id: $0.id, slug: $0.slug) }
    return (
      paths.sorted().compactMap { state.files[$0] }.map { .file($0) }
        + records.map { .article($0) } + stories.map { .story($0) }, survivors
    )
  }

  /// The records that take an archived document's contents out of the open state.
  static func removals(of records: [StateRecord]) -> [StateRecord] {
    records.compactMap { record in
      switch record {
      case .file(let file): .fileGone(file.path)
      case .article(let article): .articleGone(article.id)
      case .story(let story): .storyArchived(story.id)
      default: nil
      }
    }
  }

  /// The same records without texts: outlets, titles and dates stay.
  static func pruned(_ records: [StateRecord]) -> [StateRecord] {
    records.map { record in
      guard case .article(var article) = record else { return record }
      for place in article.versions.indices {
        article.versions[place].article.paragraphs = []
        article.versions[place].article.summary = nil
        article.versions[place].article.html = nil
        article.versions[place].article.pictures = []
        article.versions[place].article.enclosures = []
      }
      return .article(article)
    }
  }

  /// The sets that may go, ordered by their last date.
  private func closedSets() -> [[ArticleID]] {
    var sets = ArticleSets(state.articles.keys.sorted())
    for component in components { sets.join(component) }
    for file in state.files.values where file.isWindow != true { sets.join(file.articles) }
    for record in state.articles.values {
      // The record of a file also names articles of lines that can no longer be read; this adds the
      // files that only an article's versions name.
      for version in record.versions {
        guard let file = state.files[version.path], file.isWindow != true else { continue }
        if let first = file.articles.first { sets.join([record.id, first]) }
      }
    }
    for story in state.ledger.stories.values { sets.join(story.articles) }
    // Articles in the window of a feed's file stay: each change of the file would take them out of
    // the archive again.
    let inWindows = Set(
      state.files.values.filter { $0.isWindow == true }.flatMap(\.articles))
    var ripe: [(last: Date, articles: [ArticleID])] = []
    for articles in sets.all() where !articles.contains(where: inWindows.contains) {
      if let last = lastDate(of: articles), last < boundary { ripe.append((last, articles)) }
    }
    return ripe.sorted { ($0.last, $0.articles[0]) < ($1.last, $1.articles[0]) }.map(\.articles)
  }

  /// The last date of a set; nil if something keeps the set open.
  private func lastDate(of articles: [ArticleID]) -> Date? {
    var last: Date?
    for id in articles {
      guard let record = state.articles[id], let story = state.ledger.story(of: id),
        !kept.contains(id), !shown.contains(story.id), ownEntry(id).map(shown.contains) != true
      else { return nil }
      for version in record.versions {
        guard state.files[version.path]?.problems.isEmpty == true else { return nil }
        last = max(last ?? version.article.published, version.article.published)
      }
      last = max(last ?? story.updated, story.updated)
      for alias in state.ledger.aliases(of: story.id) {
        guard let retired = state.ledger.retired[alias], !shown.contains(alias) else { return nil }
        last = max(last ?? retired.updated, retired.updated)
      }
    }
    return last
  }
}
