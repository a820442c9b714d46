public import FoundationEssentials
public import NewsModel

/// The ids of stories, for ever: it turns a new grouping of articles into story changes.
///
/// The grouping is a function of the set of articles; the ids are a function of the history of
/// publications. The rules:
///
/// - A story's claim to its id lies with its founding article; if that is gone, with its earliest
///   remaining one.
/// - Of several claims to one group the id that was published first survives; the others retire as
///   its aliases.
/// - A group without a claim takes back the id of a withdrawn story whose article it holds, else it
///   gets a new one.
/// - An id that was ever given is never given again, and an alias is never dropped.
///
/// The ledger holds no clock and no text: the articles' dates and titles come through
/// `ArticleFacts`.
public struct StoryLedger: Hashable, Sendable {
  /// The stories, by id.
  public private(set) var stories: [EntryID: Story] = [:]
  /// The retired stories, by id.
  public private(set) var retired: [EntryID: RetiredStory] = [:]
  private var storyOf: [ArticleID: EntryID] = [:]
  private var idOfSlug: [String: EntryID] = [:]
  private var withdrawnOf: [ArticleID: EntryID] = [:]
  /// The ids that were folded into an id itself, not into one of these.
  private var foldedInto: [EntryID: Set<EntryID>] = [:]

  /// Makes an empty ledger.
  public init() {}

  /// Adds a story as it was stored.
  public mutating func restore(_ story: Story) {
    if let old = stories[story.id] { forget(old) }
    // A story that came back was stored as retired before.
    if let former = retired.removeValue(forKey: story.id) { forget(former) }
    stories[story.id] = story
    idOfSlug[story.slug] = story.id
    for article in story.articles { storyOf[article] = story.id }
  }

  /// Adds a retired story as it was stored.
  public mutating func restore(_ story: RetiredStory) {
    if let old = stories.removeValue(forKey: story.id) { forget(old) }
    if let former = retired[story.id] { forget(former) }
    retired[story.id] = story
    idOfSlug[story.slug] = story.id
    if let survivor = story.survivor {
      foldedInto[survivor, default: []].insert(story.id)
    } else {
      for article in story.articles { withdrawnOf[article] = story.id }
    }
  }

  /// The story that an article is in, if it is in one.
  public func story(of article: ArticleID) -> Story? {
    storyOf[article].flatMap { stories[$0] }
  }

  /// The id that a slug was given to, now or once.
  public func id(ofSlug slug: String) -> EntryID? { idOfSlug[slug] }

  /// The story that an id stands for today: itself, or the last survivor of its mergers.
  ///
  /// - Returns: Nil if the id was never given, or its story was withdrawn.
  public func resolve(_ id: EntryID) -> EntryID? {
    guard let last = lastSurvivor(of: id) else { return nil }
    return stories[last] == nil ? nil : last
  }

  /// The end of the path of mergers from an id, whether that story is at hand or was released.
  ///
  /// - Returns: Nil if it ends at a withdrawn story.
  public func lastSurvivor(of id: EntryID) -> EntryID? {
    var current = id
    // Our own survivors were published before, so that the path ends. Documents of several backups,
    // from which lost state was recovered, may lead in a circle.
    var passed: Set<EntryID> = []
    while let alias = retired[current] {
      guard let survivor = alias.survivor, passed.insert(current).inserted else { return nil }
      current = survivor
    }
    return current
  }

  /// Hands a story out of the ledger, to be kept elsewhere; `restore` takes it back.
  ///
  /// Whatever keeps it is responsible for its id and slug, which are never given again, and for the
  /// ids that lead to it.
  public mutating func release(_ id: EntryID) {
    guard let story = stories.removeValue(forKey: id) else { return }
    forget(story)
    idOfSlug[story.slug] = nil
  }

  /// The retired ids whose pages lead to this one, directly or through one another, in order of id.
  ///
  /// - Complexity: O(*n* log *n*) in their number.
  public func aliases(of id: EntryID) -> [EntryID] {
    var found: Set<EntryID> = []
    var open = [id]
    while let next = open.popLast() {
      for alias in foldedInto[next] ?? [] where found.insert(alias).inserted { open.append(alias) }
    }
    return found.sorted()
  }

  /// The number of the last publication in which a story began; 0 if none did.
  public var lastMinted: Int {
    max(stories.values.map(\.minted).max() ?? 0, retired.values.map(\.minted).max() ?? 0)
  }

  /// The articles that stories hold, in no order.
  public var articles: some Collection<ArticleID> { storyOf.keys }

  /// Whether an id was ever given.
  public func isTaken(_ id: EntryID) -> Bool { stories[id] != nil || retired[id] != nil }

  /// Gives articles other ids: the same articles, read differently.
  ///
  /// Call it before the grouping that holds the new ids and says that the former ones are gone. If
  /// an article became one with another story's, both stories have a claim to it from then on.
  ///
  /// - Parameter renamed: The new ids by the former ones.
  public mutating func rename(_ renamed: [ArticleID: ArticleID]) {
    for id in Set(renamed.keys.compactMap { storyOf[$0] }).sorted() {
      guard var story = stories[id] else { continue }
      story.rename(renamed)
      stories[id] = story
    }
  }

  /// Applies a new grouping.
  ///
  /// - Parameters:
  ///   - groups: The groups that hold every article touched since the last call, new ones and those
  ///     whose group changed; each group's whole membership.
  ///   - removed: The articles that are gone.
  ///   - revised: The articles that have another text, title or date.
  ///   - publication: The number of this publication, greater than any before.
  ///   - now: The time of the clock, for stories that retire.
  ///   - facts: Dates, titles, new ids and evidence.
  /// - Returns: The changes, ordered by id; a story that is as it was is not among them.
  /// - Complexity: O(*n* log *n*) in the number of articles of the stories touched.
  public mutating func apply(
    groups: [[ArticleID]], removed: [ArticleID], revised: Set<ArticleID> = [], publication: Int,
    now: Date, facts: some ArticleFacts
  ) -> [StoryChange] {
    let gone = Set(removed)
    var groups = groups.filter { !$0.isEmpty }.map { $0.sorted() }
    let covered = Set(groups.joined())
    var affected = Set<EntryID>()
    for article in covered { if let id = storyOf[article] { affected.insert(id) } }
    for article in gone {
      if let id = storyOf.removeValue(forKey: article) { affected.insert(id) }
    }
    // The part of a story that the grouping does not mention is still together.
    for id in affected.sorted() {
      let rest = (stories[id]?.articles ?? []).filter {
        !covered.contains($0) && !gone.contains($0)
      }
      if !rest.isEmpty { groups.append(rest) }
    }
    groups.sort { earliest(of: $0, facts).precedes(earliest(of: $1, facts)) }

    var groupOf: [ArticleID: Int] = [:]
    for (number, group) in groups.enumerated() {
      for article in group { groupOf[article] = number }
    }
    let (claims, withdrawn) = claims(of: affected, groupOf, count: groups.count, facts)

    var changes: [StoryChange] = []
    // Only of the touched stories: a copy of all would make every change cost as much as there are
    // stories.
    var before: [EntryID: Story] = [:]
    var ownerBefore: [ArticleID: EntryID] = [:]
    for article in covered { ownerBefore[article] = storyOf[article] }
    for id in affected.sorted() {
      guard let story = stories.removeValue(forKey: id) else { continue }
      before[id] = story
      for article in story.articles { ownerBefore[article] = ownerBefore[article] ?? id }
      forget(story)
    }
    var survivorOfGroup: [EntryID?] = []
    for (number, group) in groups.enumerated() {
      let ranked = claims[number].compactMap { before[$0] }.sorted(by: isOlder)
      guard let oldest = ranked.first else {
        survivorOfGroup.append(nil)
        continue
      }
      survivorOfGroup.append(oldest.id)
      var story = oldest
      story.articles = group
      let losers = ranked.dropFirst()
      let joined = group.filter { ownerBefore[$0] != oldest.id }
      let left = oldest.articles.filter { groupOf[$0] != number }
      for loser in losers {
        story.note(
          Decision(kind: .merged, date: facts.date(of: loser.founding), other: loser.id))
        retire(loser, survivor: oldest.id, now: now)
        changes.append(StoryChange(kind: .removed, story: loser, survivor: oldest.id))
      }
      let loserIDs = Set(losers.map(\.id))
      let came = joined.filter { !loserIDs.contains(ownerBefore[$0] ?? EntryID("")) }
      for article in Story.noted(byDate(came, facts)) {
        story.note(facts.decision(.joined, article: article, among: group))
      }
      note(.left, left, in: &story, facts)
      note(
        .revised, group.filter { revised.contains($0) && !joined.contains($0) }, in: &story, facts)
      restore(story)
      changes += adopt(group, into: story.id, now: now)
      let kind: StoryChange.Kind? =
        !losers.isEmpty
        ? .merged
        : !joined.isEmpty
          ? .extended
          : left.contains { !gone.contains($0) }
            ? .split
            : !left.isEmpty
              ? .shrunk
              : group.contains { revised.contains($0) } ? .revised : nil
      if let kind {
        changes.append(StoryChange(kind: kind, story: story, joined: byDate(joined, facts)))
      }
    }
    for (number, group) in groups.enumerated() where survivorOfGroup[number] == nil {
      changes += begin(
        group, before: ownerBefore, publication: publication, now: now, facts: facts)
    }
    for id in withdrawn {
      guard let story = before[id] else { continue }
      var last = story
      note(.withdrawn, story.articles, in: &last, facts)
      retire(last, survivor: nil, now: now)
      changes.append(StoryChange(kind: .removed, story: last))
    }
    return changes.sorted { $0.story.id < $1.story.id }
  }

  /// Finds which group each of some stories goes on as: that of its founding article, or else of
  /// its earliest.
  ///
  /// - Returns: The stories that go on as each group, and those of which nothing is left.
  private func claims(
    of affected: Set<EntryID>, _ groupOf: [ArticleID: Int], count: Int, _ facts: some ArticleFacts
  ) -> (ofGroups: [[EntryID]], withdrawn: [EntryID]) {
    var claims: [[EntryID]] = Array(repeating: [], count: count)
    var withdrawn: [EntryID] = []
    for id in affected.sorted() {
      guard let story = stories[id] else { continue }
      // A founding article that left may have come back as a story of its own: then it has no claim
      // to this one.
      if story.articles.contains(story.founding), let number = groupOf[story.founding] {
        claims[number].append(id)
      } else if let heir = earliestLeft(of: story.articles.filter { groupOf[$0] != nil }, facts),
        let number = groupOf[heir]
      {
        claims[number].append(id)
      } else {
        withdrawn.append(id)
      }
    }
    return (claims, withdrawn)
  }

  /// Adds a decision about each of some articles to a story's history, in order of date.
  private func note(
    _ kind: Decision.Kind, _ articles: [ArticleID], in story: inout Story,
    _ facts: some ArticleFacts
  ) {
    for article in Story.noted(byDate(articles, facts)) {
      story.note(Decision(kind: kind, date: facts.date(of: article), article: article))
    }
  }

  /// Stores the title, date and substance of a story after the change.
  public mutating func revise(_ id: EntryID, title: String, updated: Date, substance: String) {
    stories[id]?.title = title
    stories[id]?.updated = updated
    stories[id]?.substance = substance
  }

  /// Begins a story, or takes back a withdrawn one.
  private mutating func begin(
    _ group: [ArticleID], before: [ArticleID: EntryID], publication: Int, now: Date,
    facts: some ArticleFacts
  ) -> [StoryChange] {
    let former = Set(group.compactMap { withdrawnOf[$0] }).compactMap { retired[$0] }
      .sorted { ($0.minted, $0.published, $0.id) < ($1.minted, $1.published, $1.id) }
    if let back = former.first {
      var story = Story(back)
      story.articles = group
      for article in Story.noted(byDate(group, facts)) {
        story.note(
          Decision(kind: .returned, date: facts.date(of: article), article: article))
      }
      restore(story)
      // Other withdrawn stories with articles of this group were about the same event.
      let adopted = adopt(group, into: story.id, now: now)
      return adopted + [
        StoryChange(kind: .returned, story: story, joined: byDate(group, facts))
      ]
    }
    let founding = earliest(of: group, facts).id
    let identity = facts.mint(founding) { id, slug in
      isTaken(id) || idOfSlug[slug] != nil
    }
    var story = Story(
      id: identity.id, slug: identity.slug, founding: founding, articles: group,
      minted: publication, published: facts.date(of: founding), updated: facts.date(of: founding))
    let origin = group.compactMap { before[$0] }.min()
    story.note(
      Decision(
        kind: origin == nil ? .created : .split, date: story.published, article: founding,
        other: origin))
    for article in Story.noted(byDate(group.filter { $0 != founding }, facts)) {
      story.note(facts.decision(.joined, article: article, among: group))
    }
    restore(story)
    return [StoryChange(kind: .created, story: story, joined: byDate(group, facts))]
  }

  /// Makes withdrawn stories, one of whose articles came back into another story, aliases of that
  /// one.
  private mutating func adopt(
    _ group: [ArticleID], into survivor: EntryID, now: Date
  ) -> [StoryChange] {
    Set(group.compactMap { withdrawnOf[$0] }).sorted().compactMap { id in
      guard var former = retired[id] else { return nil }
      former.survivor = survivor
      // It may have been announced as withdrawn, so the new announcement needs a new date.
      former.when = now
      restore(former)
      return StoryChange(kind: .removed, story: Story(former), survivor: survivor)
    }
  }

  private mutating func retire(_ story: Story, survivor: EntryID?, now: Date) {
    restore(RetiredStory(story, when: now, survivor: survivor))
  }

  /// Drops the entries that lead from articles to a story; slugs stay taken for ever.
  private mutating func forget(_ story: Story) {
    for article in story.articles where storyOf[article] == story.id { storyOf[article] = nil }
  }

  /// Drops the entries that lead from articles to a withdrawn story.
  private mutating func forget(_ story: RetiredStory) {
    for article in story.articles where withdrawnOf[article] == story.id {
      withdrawnOf[article] = nil
    }
  }
}

extension Story {
  /// The story that was retired, as it last was.
  fileprivate init(_ retired: RetiredStory) {
    self.init(
      id: retired.id, slug: retired.slug, title: retired.title, founding: retired.founding,
      articles: retired.articles, minted: retired.minted, published: retired.published,
      updated: retired.updated, decisions: retired.decisions)
  }
}

/// Whether a story was published in an earlier publication; ties go by the founding article's date,
/// then by id.
private func isOlder(_ first: Story, _ second: Story) -> Bool {
  (first.minted, first.published, first.id) < (second.minted, second.published, second.id)
}

/// An article's place in time.
private struct Place {
  let date: Date
  let id: ArticleID

  func precedes(_ other: Place) -> Bool { (date, id) < (other.date, other.id) }
}

private func earliest(of group: [ArticleID], _ facts: some ArticleFacts) -> Place {
  var best: Place?
  for article in group {
    let place = Place(date: facts.date(of: article), id: article)
    if let known = best, !place.precedes(known) { continue }
    best = place
  }
  guard let best else { preconditionFailure("a group without articles") }
  return best
}

private func earliestLeft(of articles: [ArticleID], _ facts: some ArticleFacts) -> ArticleID? {
  articles.isEmpty ? nil : earliest(of: articles, facts).id
}

private func byDate(_ articles: [ArticleID], _ facts: some ArticleFacts) -> [ArticleID] {
  articles.map { Place(date: facts.date(of: $0), id: $0) }
    .sorted { $0.precedes($1) }
    .map(\.id)
}
