import FoundationEssentials
import Logging
import NewsModel
import Stories

/// Recovers state from published documents when it is lost, or older than they are.
struct LostState {
  let rules: SiteRules
  let world: PassWorld

  /// Recovers what is published and not remembered: everything, or what was published later.
  ///
  /// - Throws: `FileError` if published documents cannot be read; `StateError` if the state cannot
  ///   be written.
  func recover(into memory: inout SiteMemory) throws {
    if memory.state.lastPublication == nil, memory.state.ledger.stories.isEmpty {
      try recoverAll(into: &memory)
    } else {
      try recoverLater(into: &memory)
    }
  }

  /// Recovers ids, dates and feeds.
  private func recoverAll(into memory: inout SiteMemory) throws {
    let recovery = PublishedRecovery(published: world.published)
    var recovered = try recovery.recover(feedNames: rules.feeds.map(\.name))
    try prune(&recovered, in: &memory)
    memory.recover(recovered.records)
    for problem in recovered.problems { memory.note(problem) }
    if !memory.state.ledger.stories.isEmpty {
      world.log.notice(
        "ids recovered from what was published",
        metadata: ["stories": "\(memory.state.ledger.stories.count)"])
    }
  }

  /// Recovers what was published after the state was saved: someone has restored an older state.
  ///
  /// Stories have merged, split and ended since in ways that the older state knows nothing of. So
  /// what is published counts, as if there were no state, and of the state only what no document
  /// says.
  private func recoverLater(into memory: inout SiteMemory) throws {
    // While a publication is under way the documents may differ from the last visible one.
    guard memory.state.pending.isEmpty, let digest = memory.state.visible?.digest else { return }
    guard let bytes = try world.published.read(PublishedFeed.name),
      ContentDigest(bytes).hex(digits: 32) != digest
    else { return }
    let published = try PublishedRecovery(published: world.published)
      .recover(feedNames: []).records
    let later = published.count { isLater($0, than: memory) }
    guard later > 0 else { return }
    let kept = Self.records(of: memory.state, without: published, at: world.now())
    try memory.startAnew()
    memory.recover(kept)
    try recoverAll(into: &memory)
    memory.note(
      "what is remembered is older than what is published: \(later) stories were published or have "
        + "changed since. All ids and dates are taken over from the published stories, and every "
        + "file is read again. Restore the newest state/ if there is one.")
    world.log.warning("state is older than what is published; its ids are recovered")
  }

  /// Whether a published document says what only a later state than this one can have decided.
  private func isLater(_ record: StateRecord, than memory: SiteMemory) -> Bool {
    let (ledger, archive) = (memory.state.ledger, memory.archive)
    switch record {
    case .story(let story):
      if let known = ledger.stories[story.id] { return story.updated > known.updated }
      if let former = ledger.retired[story.id] { return story.updated > former.updated }
      return !archive.isTaken(story.id, story.slug)
    case .retired(let story):
      if let known = ledger.stories[story.id] {
        let date = memory.state.lastPublication?.date ?? .distantFuture
        return story.updated > known.updated || story.when > date
      }
      // It came back since, and ended once more.
      if let former = ledger.retired[story.id] {
        return story.updated > former.updated || story.when > former.when
      }
      return !archive.isTaken(story.id, story.slug)
    default: return false
    }
  }

  /// The records of a state that no published document has: dates and names of articles, and
  /// stories whose documents are damaged, with the articles that no other story holds.
  private static func records(
    of state: SyncState, without published: [StateRecord], at moment: Date
  ) -> [StateRecord] {
    var known: Set<EntryID> = []
    var owners: [ArticleID: EntryID] = [:]
    for record in published {
      switch record {
      case .story(let story):
        known.insert(story.id)
        for article in story.articles { owners[article] = story.id }
      case .retired(let story): known.insert(story.id)
      default: break
      }
    }
    return state.records().compactMap { record in
      switch record {
      case .placed, .renamed: return record
      case .story(var story) where !known.contains(story.id):
        let rest = story.articles.filter { owners[$0] == nil }
        if rest.isEmpty {
          let survivor = story.articles.lazy.compactMap { owners[$0] }.first
          return .retired(RetiredStory(story, when: moment, survivor: survivor))
        }
        story.articles = rest
        return .story(story)
      case .retired(let story): return known.contains(story.id) ? nil : record
      default: return nil
      }
    }
  }

  /// Puts recovered stories that are old enough to be pruned into pruned documents, where they
  /// were. Their files may be gone for long, and must not count as withdrawn.
  private func prune(
    _ recovered: inout PublishedRecovery.Recovered, in memory: inout SiteMemory
  ) throws {
    var stories: [EntryID: Story] = [:]
    for case .story(let story) in recovered.records { stories[story.id] = story }
    guard let age = rules.settings.pruneAfter, let newest = stories.values.map(\.updated).max()
    else { return }
    let boundary = Ageing.boundary(newest, age)
    let shown = Set(
      recovered.records.flatMap { record -> [EntryID] in
        if case .feed(let feed) = record { feed.entries } else { [] }
      })
    let old = stories.values.filter { story in
      !shown.contains(story.id) && story.updated < boundary
        && (recovered.members[story.id] ?? []).allSatisfy { $0.published < boundary }
    }.sorted { ($0.updated, $0.id) < ($1.updated, $1.id) }
    guard !old.isEmpty else { return }
    recovered.records.removeAll { record in
      if case .story(let story) = record { old.contains { $0.id == story.id } } else { false }
    }
    // A pass that may not write does not report them either.
    guard memory.isWriting else { return }
    let named = Set(
      recovered.records.compactMap { record -> EntryID? in
        if case .retired(let retired) = record { retired.survivor } else { nil }
      })
    try memory.prune(
      old.flatMap { story in
        (recovered.members[story.id] ?? []).map(Self.textless) + [.story(story)]
      },
      survivors: old.filter { named.contains($0.id) }.map { .init(id: $0.id, slug: $0.slug) },
      inPlaceOf: nil)
  }

  /// The record of an article that is known only from its story's page.
  private static func textless(_ member: PublishedStory.Member) -> StateRecord {
    .article(
      ArticleRecord(
        id: member.id,
        versions: [
          .init(
            path: "",
            article: Article(
              id: member.id, outlet: member.outlet, url: member.url, title: member.title,
              paragraphs: [], language: member.language, published: member.published))
        ]))
  }
}
